package org.cognito4j.jakarta;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.cognito4j.jakarta.fake.Requests;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RefusalLogTest {

    private final Logger logger = Logger.getLogger("org.cognito4j");
    private final List<String> lines = new ArrayList<>();
    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord line) {
            lines.add(line.getMessage());
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
        for (int i = 0; i < 10_000; i++) {
            log.refused("token-expired");
        }
        assertThat(lines).hasSize(5).containsOnly("Request refused: token-expired");

        nanos.addAndGet(1_000_000_000L);
        log.refused("wrong-client");
        assertThat(lines)
                .hasSize(6)
                .last()
                .isEqualTo("Request refused: wrong-client (9995 more lines like this were held back)");
    }

    @Test
    void counts_what_it_held_back_in_the_next_line_whenever_that_comes() {
        AtomicLong nanos = new AtomicLong();
        RefusalLog log = new RefusalLog(nanos::get);
        refuse(log, 6);
        nanos.addAndGet(Duration.ofDays(3).toNanos());
        refuse(log, 1);
        refuse(log, 1);

        assertThat(lines.get(5)).isEqualTo("Request refused: token-expired (1 more lines like this were held back)");
        assertThat(lines.get(6)).isEqualTo("Request refused: token-expired");
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
                service.authenticate(Requests.withAuthorization("Bearer x"), service.verifier()::verify);
            }
        }

        assertThat(lines).last().asString().matches("Requests refused: \\d+ more, whose lines were held back");
    }

    private static void refuse(RefusalLog log, int times) {
        for (int i = 0; i < times; i++) {
            log.refused("token-expired");
        }
    }

    @Test
    void tells_the_kind_of_a_failure_and_not_its_message() {
        new RefusalLog(() -> 0).failed(new IllegalStateException("eyJraWQiOiJ"));

        assertThat(lines).containsExactly("Request refused: the module failed with java.lang.IllegalStateException");
    }

    @Test
    void tells_which_settings_are_wrong() {
        new RefusalLog(() -> 0)
                .failed(new InvalidSettings(List.of(new SettingFault("cognito.client-ids", "is missing", "Set it"))));

        assertThat(lines).singleElement().asString().contains("cognito.client-ids");
    }
}
