package org.cognito4j.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.time.Instant;
import org.cognito4j.client.ScriptedEndpoint.Reply;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Odd answers end in a clear failure and one request. */
class AnswerReaderTest {

    private final ScriptedEndpoint endpoint = new ScriptedEndpoint();

    @AfterEach
    void stop() {
        endpoint.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "[]",
                "null",
                "<html><body>Sign in to the network</body></html>",
                "access_token=abc&expires_in=3600",
                "{\"access_token\":\"abc\"}",
                "{\"access_token\":\"abc\",\"expires_in\":null}",
                "{\"access_token\":\"abc\",\"expires_in\":0}",
                "{\"access_token\":\"abc\",\"expires_in\":-1}",
                "{\"access_token\":\"abc\",\"expires_in\":86401}",
                "{\"access_token\":\"abc\",\"expires_in\":1e300}",
                "{\"access_token\":\"abc\",\"expires_in\":\"3600\"}",
                "{\"access_token\":\"abc\",\"expires_in\":3600,\"expires_in\":3600}",
                "{\"access_token\":\"abc\",\"expires_in\":3600}{}",
                "{\"access_token\":\"\",\"expires_in\":3600}",
                "{\"access_token\":\"a b\",\"expires_in\":3600}",
                "{\"access_token\":\"a\\r\\nX-Role: admin\",\"expires_in\":3600}",
                "{\"access_token\":7,\"expires_in\":3600}",
                "{\"access_token\":[\"abc\"],\"expires_in\":3600}",
                "{\"access_token\":\"abc\",\"expires_in\":3600,\"token_type\":\"mac\"}",
                "{\"access_token\":\"abc\",\"expires_in\":3600,\"token_type\":7}",
                "{\"access_token\":\"abc\",\"expires_in\":3600,\"error\":7}",
            })
    void refuses(String body) {
        endpoint.answers(new Reply(200, body));
        try (TokenSource source = TokenSource.of(endpoint.client().build())) {
            for (int i = 0; i < 3; i++) {
                assertThat(catchThrowableOfType(TokenRequestFailed.class, source::token)
                                .code())
                        .isEqualTo("answer-not-understood");
            }
        }
        assertThat(endpoint.requests()).hasSize(1);
    }

    @Test
    void takes_an_error_for_an_error_even_with_status_200_and_a_token() {
        endpoint.answers(new Reply(200, "{\"access_token\":\"abc\",\"expires_in\":3600,\"error\":\"invalid_grant\"}"));
        try (TokenSource source = TokenSource.of(endpoint.client().build())) {
            assertThat(catchThrowableOfType(TokenRequestFailed.class, source::token)
                            .code())
                    .isEqualTo("invalid_grant");
        }
    }

    @Test
    void refuses_a_body_beyond_its_bound_and_a_compressed_one() {
        String spaces = " ".repeat(70_000);
        endpoint.answers(new Reply(200, "{\"access_token\":\"abc\",\"expires_in\":3600}" + spaces));
        assertThat(failureCode()).isEqualTo("answer-not-understood");
        endpoint.answers(new Reply(200, "{\"access_token\":\"abc\",\"expires_in\":3600}", "Content-Encoding", "gzip"));
        assertThat(failureCode()).isEqualTo("answer-not-understood");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"access_token\":\"abc\",\"expires_in\":3600,\"token_type\":\"bearer\",\"scope\":\"a/b\",\"x\":[{}]}",
                "{\"access_token\":\"abc\",\"expires_in\":3600.0,\"token_type\":\"Bearer\"}",
                "{\"access_token\":\"abc\",\"expires_in\":3600}",
            })
    void passes_over_what_it_does_not_know(String body) {
        endpoint.answers(new Reply(200, body));
        Instant before = Instant.now();
        try (TokenSource source = TokenSource.of(endpoint.client().build())) {
            assertThat(source.token()).isEqualTo("abc");
            assertThat(source.statistics().usableUntil().orElseThrow())
                    .isBetween(before.plusSeconds(3570), Instant.now().plus(Duration.ofSeconds(3570)));
        }
    }

    private String failureCode() {
        try (TokenSource source = TokenSource.of(endpoint.client().build())) {
            return catchThrowableOfType(TokenRequestFailed.class, source::token).code();
        }
    }
}
