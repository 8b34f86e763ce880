package org.cognito4j.client;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * Why there is no token.
 *
 * @param code Cognito's error code, or one of ours in kebab-case
 * @param retryable whether it may pass by itself
 * @param retryAfter for how long not to ask again
 * @param hint what to do about it
 */
record Failure(String code, boolean retryable, Optional<Duration> retryAfter, String hint) {

    private static final Set<String> WRONG_SECRET = Set.of("invalid_client", "NotAuthorizedException");

    static final Failure CLOSED = new Failure("closed", false);
    static final Failure EXPIRED = new Failure("expired-on-arrival", true);
    static final Failure FOREIGN = new Failure("foreign-token", false);
    static final Failure INTERNAL = new Failure("internal-error", true);
    static final Failure NEARLY_EXPIRED = new Failure("nearly-expired", true);
    static final Failure NOT_UNDERSTOOD = new Failure("answer-not-understood", false);
    static final Failure NO_ANSWER = new Failure("no-answer", true);
    static final Failure NO_SECRET = new Failure("secret-unavailable", true);
    static final Failure NO_THREAD = new Failure("no-thread", true);

    /** A failure whose hint follows from its code. */
    Failure(String code, boolean retryable, Optional<Duration> retryAfter) {
        this(code, retryable, retryAfter, FailureHints.of(code, retryable));
    }

    /** A failure that comes without a wish of the endpoint. */
    Failure(String code, boolean retryable) {
        this(code, retryable, Optional.empty());
    }

    /** Whether another secret may help. */
    boolean isWrongSecret() {
        return !retryable && WRONG_SECRET.contains(code);
    }

    Failure withRetryAfter(Duration duration) {
        return new Failure(code, retryable, Optional.of(duration), hint);
    }

    Failure withHint(String other) {
        return new Failure(code, retryable, retryAfter, other);
    }
}
