package org.cognito4j;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class ClaimsTest {

    @Test
    void reads_a_text_as_nothing_else() throws TokenRejected {
        assertThat(claims("{\"c\":\"a\"}").text("c")).contains("a");
        assertThat(claims("{\"c\":1}").text("c")).isEmpty();
        assertThat(claims("{\"c\":null}").text("c")).isEmpty();
        assertThat(claims("{}").text("c")).isEmpty();
    }

    @Test
    void tells_an_empty_text_from_one_that_says_something() throws TokenRejected {
        assertThat(claims("{\"c\":\"a\"}").hasText("c")).isTrue();
        assertThat(claims("{\"c\":\"\"}").hasText("c")).isFalse();
        assertThat(claims("{\"c\":7}").hasText("c")).isFalse();
    }

    @Test
    void tells_null_from_absent() throws TokenRejected {
        assertThat(claims("{\"c\":null}").has("c")).isTrue();
        assertThat(claims("{}").has("c")).isFalse();
    }

    @Test
    void reads_texts_from_a_string_or_an_array_of_strings() throws TokenRejected {
        assertThat(claims("{\"c\":\"a\"}").texts("c")).containsExactly("a");
        assertThat(claims("{\"c\":[\"b\",\"a\",\"b\"]}").texts("c")).containsExactly("b", "a");
        assertThat(claims("{\"c\":[]}").texts("c")).isEmpty();
    }

    @Test
    void reads_no_texts_from_anything_else() throws TokenRejected {
        assertThat(claims("{\"c\":[\"a\",1]}").texts("c")).isEmpty();
        assertThat(claims("{\"c\":[\"a\",null]}").texts("c")).isEmpty();
        assertThat(claims("{\"c\":{\"a\":\"a\"}}").texts("c")).isEmpty();
        assertThat(claims("{\"c\":1}").texts("c")).isEmpty();
        assertThat(claims("{}").texts("c")).isEmpty();
    }

    @Test
    void reads_seconds_since_1970() throws TokenRejected {
        assertThat(claims("{\"c\":0}").instant("c")).contains(Instant.EPOCH);
        assertThat(claims("{\"c\":1795341600}").instant("c")).contains(Instant.parse("2026-11-22T10:00:00Z"));
    }

    @Test
    void reads_fractions_down_to_a_nanosecond() throws TokenRejected {
        assertThat(claims("{\"c\":1.5}").instant("c")).contains(Instant.ofEpochSecond(1, 500_000_000));
        assertThat(claims("{\"c\":1.0000000019}").instant("c")).contains(Instant.ofEpochSecond(1, 1));
        assertThat(claims("{\"c\":15e-1}").instant("c")).contains(Instant.ofEpochSecond(1, 500_000_000));
    }

    @Test
    void reads_no_time_before_1970_or_after_9999() throws TokenRejected {
        assertThat(claims("{\"c\":-1}").instant("c")).isEmpty();
        assertThat(claims("{\"c\":-0.001}").instant("c")).isEmpty();
        assertThat(claims("{\"c\":0.0}").instant("c")).contains(Instant.EPOCH);
        assertThat(claims("{\"c\":253402300799.0}").instant("c")).contains(Instant.parse("9999-12-31T23:59:59Z"));
        assertThat(claims("{\"c\":253402300799}").instant("c")).contains(Instant.parse("9999-12-31T23:59:59Z"));
        assertThat(claims("{\"c\":253402300799.001}").instant("c")).isEmpty();
        assertThat(claims("{\"c\":253402300800}").instant("c")).isEmpty();
    }

    @Test
    void reads_no_time_from_a_text() throws TokenRejected {
        assertThat(claims("{\"c\":\"1\"}").instant("c")).isEmpty();
    }

    @Test
    void shows_names_and_no_values() throws TokenRejected {
        assertThat(claims("{\"email\":\"alice@example.com\"}")).hasToString("Claims[email]");
    }

    @Test
    void reads_four_claims_of_what_nobody_signed() throws TokenRejected {
        byte[] payload =
                "{\"iss\":\"i\",\"exp\":1,\"client_id\":\"c\",\"token_use\":\"access\",\"sub\":\"s\"}".getBytes(UTF_8);

        assertThat(Claims.parseUnsigned(payload).values()).containsOnlyKeys("iss", "exp", "client_id", "token_use");
    }

    private static Claims claims(String json) throws TokenRejected {
        return Claims.parse(json.getBytes(UTF_8));
    }
}
