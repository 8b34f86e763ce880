package org.cognito4j.net;

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What an answer says of how long it is good for, or when to ask again. What cannot be read was not said. */
final class FreshnessHeaders {

    private static final Pattern MAX_AGE =
            Pattern.compile("(?:^|[,\\s])max-age=\"?([0-9]{1,9})\"?(?:$|[,\\s])", Pattern.CASE_INSENSITIVE);
    private static final Pattern NOT_TO_BE_KEPT =
            Pattern.compile("(?:^|[,\\s])(?:no-store|no-cache)(?:$|[,\\s])", Pattern.CASE_INSENSITIVE);
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,9}");

    private FreshnessHeaders() {}

    /** {@code Cache-Control} (RFC 9111 section 5.2.2): zero for {@code no-store} and {@code no-cache}. */
    static Optional<Duration> maxAge(HttpHeaders headers) {
        String directives = String.join(",", headers.allValues("Cache-Control"));
        if (NOT_TO_BE_KEPT.matcher(directives).find()) {
            return Optional.of(Duration.ZERO);
        }
        Matcher maxAge = MAX_AGE.matcher(directives);
        return maxAge.find() ? Optional.of(seconds(maxAge.group(1))) : Optional.empty();
    }

    /** {@code Retry-After} (RFC 9110 section 10.2.3), in seconds or as a date. */
    static Optional<Duration> retryAfter(HttpHeaders headers) {
        Optional<String> value = headers.firstValue("Retry-After");
        Optional<Duration> seconds =
                value.filter(text -> SECONDS.matcher(text).matches()).map(FreshnessHeaders::seconds);
        return seconds.isPresent() ? seconds : value.flatMap(date -> untilDate(date, headers));
    }

    /** By the clock of the one who wrote both dates: ours may differ. */
    private static Optional<Duration> untilDate(String date, HttpHeaders headers) {
        Optional<Instant> sentAt = sentAt(headers);
        return instant(date)
                .flatMap(until -> sentAt.map(sent -> Duration.between(sent, until)))
                .filter(wait -> !wait.isNegative());
    }

    /** {@code Date} (RFC 9110 section 6.6.1). */
    static Optional<Instant> sentAt(HttpHeaders headers) {
        return headers.firstValue("Date").flatMap(FreshnessHeaders::instant);
    }

    /** {@code Age} (RFC 9111 section 5.1), in seconds. */
    static Optional<Duration> age(HttpHeaders headers) {
        return headers.firstValue("Age")
                .filter(text -> SECONDS.matcher(text).matches())
                .map(FreshnessHeaders::seconds);
    }

    private static Optional<Instant> instant(String date) {
        try {
            return Optional.of(DateTimeFormatter.RFC_1123_DATE_TIME.parse(date, Instant::from));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static Duration seconds(String digits) {
        return Duration.ofSeconds(Long.parseLong(digits));
    }
}
