package org.cognito4j.jakarta;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.cognito4j.AccessToken;

/** Who is calling, as far as a request tells. */
public sealed interface Authentication {

    /** Nobody in particular: there is no bearer token. */
    record Anonymous() implements Authentication {}

    /** The holder of an acceptable token. */
    record Caller(AccessToken token) implements Authentication {}

    /**
     * A request that must go no further.
     *
     * @param status the HTTP status
     * @param challenge the value of {@code WWW-Authenticate}
     * @param retryAfter for {@code Retry-After}
     */
    record Refusal(int status, Optional<String> challenge, Optional<Duration> retryAfter) implements Authentication {

        /** Writes status and headers, no body. Refusals are for this request alone, so no cache may keep them. */
        public void writeTo(HttpServletResponse response) {
            writeHeaders(response);
            response.setStatus(status);
        }

        void writeHeaders(HttpServletResponse response) {
            headers().forEach(response::setHeader);
        }

        /** Returns the headers of the answer by their names. */
        public Map<String, String> headers() {
            Map<String, String> headers = new TreeMap<>();
            challenge.ifPresent(value -> headers.put("WWW-Authenticate", value));
            retryAfter.ifPresent(delay -> headers.put("Retry-After", Long.toString(wholeSeconds(delay))));
            headers.put("Cache-Control", "no-store");
            return headers;
        }

        private static long wholeSeconds(Duration delay) {
            return Math.max(1, delay.plusNanos(999_999_999).toSeconds());
        }
    }
}
