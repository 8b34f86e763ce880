package org.cognito4j.jakarta.decision;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import org.cognito4j.Denial;
import org.cognito4j.jakarta.fake.HostileTexts;
import org.cognito4j.jakarta.fake.LoggedLines;
import org.cognito4j.jakarta.fake.SampleDecisions;
import org.cognito4j.net.StrictJson;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AuditLogTest {

    private final LoggedLines lines = LoggedLines.of("org.cognito4j.audit");
    private final AtomicLong nanos = new AtomicLong();
    private final AuditLog log = new AuditLog(false, nanos::get);

    @AfterEach
    void stop() {
        lines.close();
        Logger.getLogger("org.cognito4j.audit").setLevel(null);
    }

    @Test
    void has_a_line_of_json_for_each_decision() {
        log.refused(SampleDecisions.of(
                "insufficient-scope",
                SampleDecisions.holder("abc"),
                Requirement.ofRoles(List.of("writer"), List.of("orders/write"))));

        assertThat(lines.lines(Level.INFO))
                .containsExactly("{\"@timestamp\":\"2026-11-22T10:00:00Z\",\"event.category\":\"authentication\","
                        + "\"event.outcome\":\"failure\",\"event.reason\":\"insufficient-scope\",\"event.duration\":7000,"
                        + "\"cognito4j.remembered\":false,\"cognito4j.application\":\"/orders\",\"cognito4j.form\":\"filter\","
                        + "\"http.request.method\":\"GET\",\"http.route\":\"/orders/api/*\",\"client.address\":\"192.0.2.7\","
                        + "\"trace.id\":\"4bf92f3577b34da6a3ce929d0e0e4736\",\"cognito4j.verified\":true,"
                        + "\"cognito4j.client.id\":\"abc\",\"cognito4j.client.name\":\"Shop\",\"enduser.id\":\"abc\","
                        + "\"cognito4j.token.id\":\"jti-1\",\"cognito4j.token.scopes\":[\"orders/read\"],"
                        + "\"cognito4j.user_pool.id\":\"eu-west-1_Sample\",\"cognito4j.required.roles\":[\"writer\"],"
                        + "\"cognito4j.missing.scopes\":[\"orders/write\"]}");
    }

    @Test
    void has_accepted_callers_only_if_it_is_of_all() {
        assertThat(log.hearsAccepted()).isFalse();
        assertThat(log.hearsRefused()).isTrue();
        assertThat(new AuditLog(true, nanos::get).hearsAccepted()).isTrue();
    }

    @Test
    void asks_for_no_record_where_the_logger_is_off() {
        Logger.getLogger("org.cognito4j.audit").setLevel(Level.OFF);

        assertThat(log.hearsRefused()).isFalse();
        assertThat(new AuditLog(true, nanos::get).hearsAccepted()).isFalse();
    }

    @Test
    void holds_back_a_flood_of_what_is_not_verified_and_counts_it() {
        for (int i = 0; i < 10_000; i++) {
            log.refused(SampleDecisions.unverified("token-malformed"));
        }
        assertThat(lines.lines(Level.INFO)).hasSize(20);

        nanos.addAndGet(Duration.ofSeconds(1).toNanos());
        log.refused(SampleDecisions.unverified("token-malformed"));
        assertThat(lines.lines(Level.INFO)).hasSize(21).last().asString().contains("\"cognito4j.held_back\":9980}");
        log.close();
        assertThat(lines.lines(Level.INFO)).hasSize(21);
    }

    @Test
    void holds_back_no_line_about_a_verified_token() {
        for (int i = 0; i < 10_000; i++) {
            log.refused(SampleDecisions.unverified("token-malformed"));
        }
        for (int i = 0; i < 1_000; i++) {
            log.refused(SampleDecisions.verified("token-expired"));
        }

        assertThat(lines.lines(Level.INFO)).hasSize(1_020);
        log.close();
        assertThat(lines.lines(Level.INFO)).last().isEqualTo("{\"cognito4j.held_back\":9980}");
    }

    static List<String> texts() {
        return HostileTexts.all();
    }

    /** Whatever stands in a token, which a pool's trigger may have written, or in a request. */
    @ParameterizedTest
    @MethodSource("texts")
    void keeps_any_text_within_its_field(String text) throws Exception {
        log.refused(everywhere(text));

        String line = lines.lines(Level.INFO).get(0);
        assertThat(line).matches("[ -~]+");
        Map<String, Object> fields = StrictJson.object(line.getBytes(UTF_8), 1_000);
        String kept = kept(text);
        assertThat(fields)
                .containsEntry("event.outcome", "failure")
                .containsEntry("cognito4j.client.id", kept)
                .containsEntry("cognito4j.client.name", kept)
                .containsEntry("enduser.id", kept)
                .containsEntry("cognito4j.token.id", kept)
                .containsEntry("url.path", kept)
                .containsEntry("http.route", kept)
                .containsEntry("client.address", kept)
                .containsEntry("trace.id", kept)
                .containsEntry("http.request.method", kept)
                .containsEntry("cognito4j.application", kept)
                .containsEntry("cognito4j.user_pool.id", kept)
                .containsEntry("cognito4j.denial.code", "blocked")
                .containsEntry("cognito4j.required.scopes", List.of(kept))
                .containsEntry("cognito4j.token.scopes", List.of(kept))
                .containsEntry("cognito4j.required.roles", List.of(kept))
                .containsEntry("cognito4j.missing.scopes", List.of(kept));
        assertThat(fields).hasSize(text.isEmpty() ? 24 : 25);
        assertThat(DecisionText.of(everywhere(text))).matches("[ -~]+").satisfies(one -> {
            assertThat(one.split("\"", -1).length % 2).isEqualTo(1); // quotes come in pairs
            String names = one.replaceAll("\"[^\"]*\"", "");
            assertThat(names).doesNotContain("event.outcome", "jndi", "accepted", "client=evil");
            assertThat(names.split("form=", -1)).hasSize(2);
            assertThat(names.split("client=", -1)).hasSize(2);
        });
    }

    @Test
    void bounds_every_length() {
        Set<String> many = new LinkedHashSet<>();
        IntStream.range(0, 10_000).forEach(i -> many.add(i + "x".repeat(1_000)));
        SecurityDecision huge = everywhere("\u202e".repeat(100_000), many);

        assertThat(AuditLine.of(huge, 0).length()).isLessThan(400_000);
        assertThat(DecisionText.of(huge).length()).isLessThan(20_000);
    }

    /** Replaces what JSON cannot hold, and cuts at 256 characters, between two characters. */
    private static String kept(String text) {
        String whole = text.replaceAll("[\\x{D800}-\\x{DFFF}]", "\ufffd");
        if (whole.length() <= 256) {
            return whole;
        }
        return whole.substring(0, Character.isHighSurrogate(whole.charAt(255)) ? 255 : 256) + "...";
    }

    private static SecurityDecision everywhere(String text) {
        return everywhere(text, Set.of(text));
    }

    private static SecurityDecision everywhere(String text, Set<String> texts) {
        return new SecurityDecision(
                "wrong-client",
                SampleDecisions.AT,
                Duration.ZERO,
                false,
                new DecidedRequest(text, DecisionForm.FILTER, text, text, text, text, text),
                new TokenHolder(true, text, text, text, text, text, texts),
                new Requirement(texts, texts, texts),
                Optional.of(Denial.of("blocked").withDetail(text)));
    }
}
