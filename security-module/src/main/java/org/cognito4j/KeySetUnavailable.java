package org.cognito4j;

import java.time.Duration;
import java.util.Optional;

/** The keys could not be fetched. The message is for the operator and quotes nothing that came from outside. */
final class KeySetUnavailable extends Exception {

    private static final long serialVersionUID = 1;

    private final transient Optional<Duration> retryAfter;

    KeySetUnavailable(String message) {
        this(message, Optional.empty());
    }

    KeySetUnavailable(String message, Optional<Duration> retryAfter) {
        super(message, null, false, false);
        this.retryAfter = retryAfter;
    }

    /** What the endpoint asked for with {@code Retry-After}. */
    Optional<Duration> retryAfter() {
        return retryAfter;
    }
}
