package org.cognito4j.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FreshnessHeadersTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "max-age=60 | PT1M",
                "public, max-age=86400 | P1D",
                "Max-Age=60 | PT1M",
                "max-age=\"60\",public | PT1M",
                "s-maxage=10, max-age=60 | PT1M",
                "max-age=0 | PT0S",
                "no-store | PT0S",
                "max-age=60, No-Cache | PT0S",
            })
    void reads_how_long_an_answer_is_fresh(String directives, Duration maxAge) {
        assertThat(FreshnessHeaders.maxAge(headers("Cache-Control", directives)))
                .contains(maxAge);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "public", "max-age", "max-age=", "max-age=-1", "max-age=1e9", "max-age=99999999999"})
    void takes_what_it_cannot_read_for_nothing_said(String directives) {
        assertThat(FreshnessHeaders.maxAge(headers("Cache-Control", directives)))
                .isEmpty();
    }

    @Test
    void reads_when_to_ask_again_in_seconds() {
        assertThat(FreshnessHeaders.retryAfter(headers("Retry-After", "120"))).contains(Duration.ofMinutes(2));
    }

    @Test
    void reads_when_to_ask_again_by_the_other_sides_clock() {
        assertThat(waitFrom("08:49:07")).contains(Duration.ofSeconds(30));
        assertThat(waitFrom("08:49:37")).contains(Duration.ZERO);
        assertThat(waitFrom("08:49:38")).isEmpty();
    }

    private static Optional<Duration> waitFrom(String sentAt) {
        return FreshnessHeaders.retryAfter(HttpHeaders.of(
                Map.of(
                        "Date", List.of("Sun, 06 Nov 1994 " + sentAt + " GMT"),
                        "Retry-After", List.of("Sun, 06 Nov 1994 08:49:37 GMT")),
                (name, value) -> true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "soon", "1.5", "99999999999", "Sun, 06 Nov 1994 08:49:37 GMT"})
    void takes_an_unclear_time_for_none(String retryAfter) {
        assertThat(FreshnessHeaders.retryAfter(headers("Retry-After", retryAfter)))
                .isEmpty();
    }

    private static HttpHeaders headers(String name, String value) {
        return HttpHeaders.of(Map.of(name, List.of(value)), (n, v) -> true);
    }
}
