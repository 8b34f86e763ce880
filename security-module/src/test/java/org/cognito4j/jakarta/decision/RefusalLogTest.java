package org.cognito4j.jakarta.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.cognito4j.InvalidSettings;
import org.cognito4j.SettingFault;
import org.cognito4j.config.Configuration;
import org.cognito4j.config.ConfigurationSource;
import org.cognito4j.config.ServiceSettingsReader;
import org.cognito4j.jakarta.CognitoService;
import org.cognito4j.jakarta.fake.Requests;
import org.cognito4j.jakarta.fake.SampleDecisions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RefusalLogTest {

    private static final long SECOND = 1_000_000_000L;

    private final Logger logger = Logger.getLogger("org.cognito4j");
    private final List<String> lines = new ArrayList<>();
    private final List<Throwable> traces = new ArrayList<>();
    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord line) {
            lines.add(line.getMessage());
            if (line.getThrown() != null) {
                traces.add(line.getThrown());
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void listen() {
        logger.addHandler(handler);
    }

    @AfterEach
    void stop() {
        logger.removeHandler(handler);
    }

    @Test
    void writes_few_lines_a_second_and_counts_the_rest() {
        AtomicLong nanos = new AtomicLong(7);
        RefusalLog log = new RefusalLog(nanos::get);
        refuse(log, 10_000);
        assertThat(lines).hasSize(5).containsOnly(line("token-expired"));

        nanos.addAndGet(SECOND);
        refuse(log, 1);
        assertThat(lines)
                .hasSize(6)
                .last()
                .isEqualTo(line("token-expired") + " (9995 more lines like this were held back)");
    }

    @Test
    void counts_what_it_held_back_in_the_next_line_of_the_same_cause_whenever_that_comes() {
        AtomicLong nanos = new AtomicLong();
        RefusalLog log = new RefusalLog(nanos::get);
        refuse(log, 6);
        nanos.addAndGet(Duration.ofDays(3).toNanos());
        refuse(log, "wrong-client", "abc", 1);
        refuse(log, 2);

        assertThat(lines.get(5)).isEqualTo(line("wrong-client"));
        assertThat(lines.get(6)).isEqualTo(line("token-expired") + " (1 more lines like this were held back)");
        assertThat(lines.get(7)).isEqualTo(line("token-expired"));
    }

    @Test
    void writes_a_line_of_each_cause_and_client_however_many_there_are_of_another() {
        RefusalLog log = new RefusalLog(() -> 0);
        refuse(log, "token-malformed", "unverified", 10_000);
        refuse(log, "wrong-client", "other", 10);
        refuse(log, "token-expired", "abc", 10);
        refuse(log, "token-expired", "def", 10);

        assertThat(lines).hasSize(8);
        assertThat(lines.subList(5, 8))
                .containsExactly(line("wrong-client"), line("token-expired"), line("token-expired"));
    }

    @Test
    void writes_what_is_known_of_the_request_and_its_caller() {
        new RefusalLog(() -> 0)
                .refused(
                        "insufficient-scope",
                        "abc",
                        () -> SampleDecisions.of(
                                "insufficient-scope",
                                SampleDecisions.holder("abc"),
                                Requirement.ofRoles(List.of("writer"), List.of("orders/write"))));

        assertThat(lines)
                .containsExactly(
                        "Request refused: insufficient-scope client=abc name=Shop token=jti-1"
                                + " pool=eu-west-1_Sample application=/orders form=filter method=GET route=/orders/api/*"
                                + " address=192.0.2.7 trace=4bf92f3577b34da6a3ce929d0e0e4736 roles=writer missing=orders/write");
    }

    @Test
    void makes_no_record_for_a_line_that_it_does_not_write() {
        RefusalLog log = new RefusalLog(() -> 0);
        refuse(log, 5);

        log.refused("token-expired", "abc", () -> {
            throw new AssertionError("asked for a record");
        });

        assertThat(lines).hasSize(5);
    }

    @Test
    void tells_at_the_end_what_it_still_holds_back() {
        RefusalLog log = new RefusalLog(() -> 0);
        refuse(log, 12);
        log.close();
        log.close();

        assertThat(lines).hasSize(6).last().isEqualTo("Requests refused: 7 more, whose lines were held back");
    }

    @Test
    void has_nothing_to_tell_at_the_end_if_nothing_was_held_back() {
        RefusalLog log = new RefusalLog(() -> 0);
        refuse(log, 5);
        log.close();

        assertThat(lines).hasSize(5);
    }

    @Test
    void is_ended_with_the_service() {
        try (CognitoService service =
                new CognitoService(ServiceSettingsReader.read(Configuration.of(List.of(ConfigurationSource.of(
                        "test",
                        Map.of("cognito.user-pool-id", "eu-west-1_AbCdEfGhI", "cognito.client-ids", "abc"))))))) {
            for (int i = 0; i < 1_000; i++) {
                service.authenticate(
                        Requests.withAuthorization("Bearer x"), DecisionForm.FILTER, service.verifier()::verify);
            }
        }

        assertThat(lines).last().asString().matches("Requests refused: \\d+ more, whose lines were held back");
    }

    private static void refuse(RefusalLog log, int times) {
        refuse(log, "token-expired", "abc", times);
    }

    private static void refuse(RefusalLog log, String code, String client, int times) {
        for (int i = 0; i < times; i++) {
            log.refused(code, client, () -> SampleDecisions.verified(code));
        }
    }

    private static String line(String code) {
        return "Request refused: " + DecisionText.of(SampleDecisions.verified(code));
    }

    @Test
    void tells_the_kind_of_a_failure_and_not_its_message() {
        new RefusalLog(() -> 0).failed(new IllegalStateException("eyJraWQiOiJ"));

        assertThat(lines).containsExactly("Request refused: the module failed with java.lang.IllegalStateException");
    }

    @Test
    void writes_one_stack_trace_a_minute_without_messages() {
        AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 5); // a ticker may overflow
        RefusalLog log = new RefusalLog(nanos::get);
        for (int second = 0; second < 61; second++) {
            log.failed(new IllegalStateException("eyJraWQiOiJ", new IOException("eyJhbGciOiJ")));
            nanos.addAndGet(SECOND);
        }

        assertThat(lines).hasSize(61);
        assertThat(traces).hasSize(2).allSatisfy(trace -> {
            StringWriter text = new StringWriter();
            trace.printStackTrace(new PrintWriter(text));
            assertThat(text.toString())
                    .startsWith("java.lang.IllegalStateException")
                    .contains("at " + RefusalLogTest.class.getName(), "Caused by: java.io.IOException")
                    .doesNotContain("eyJ");
        });
    }

    @Test
    void writes_failures_however_many_refusals_there_are() {
        RefusalLog log = new RefusalLog(() -> 0);
        refuse(log, 10_000);
        log.failed(new IllegalStateException());

        assertThat(lines).hasSize(6).last().asString().contains("the module failed");
    }

    @Test
    void writes_refusals_however_many_failures_there_are() {
        RefusalLog log = new RefusalLog(() -> 0);
        for (int i = 0; i < 10_000; i++) {
            log.failed(new IllegalStateException());
        }
        refuse(log, 1);

        assertThat(lines).hasSize(6).last().isEqualTo(line("token-expired"));
        assertThat(traces).hasSize(1);
    }

    /** Callers choose neither codes nor clients: this is a bound against mistakes. */
    @Test
    void remembers_no_more_than_five_thousand_causes() {
        RefusalLog log = new RefusalLog(() -> 0);
        for (int i = 0; i < 20_000; i++) {
            refuse(log, "wrong-client", "client" + i, 1);
        }

        assertThat(lines).hasSize(5_001);
    }

    @Test
    void tells_which_settings_are_wrong() {
        new RefusalLog(() -> 0)
                .failed(new InvalidSettings(List.of(new SettingFault("cognito.client-ids", "is missing", "Set it"))));

        assertThat(lines).singleElement().asString().contains("cognito.client-ids");
    }
}
