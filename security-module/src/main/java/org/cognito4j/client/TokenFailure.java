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
record TokenFailure(String code, boolean retryable, Optional<Duration> retryAfter, String hint) {

    private static final Set<String> WRONG_SECRET = Set.of("invalid_client", "NotAuthorizedException");

    static final TokenFailure CLOSED = new TokenFailure("closed", false);
    static final TokenFailure EXPIRED = new TokenFailure("expired-on-arrival", true);
    static final TokenFailure FOREIGN = new TokenFailure("foreign-token", false);
    static final TokenFailure INTERNAL = new TokenFailure("internal-error", true);
    static final TokenFailure NEARLY_EXPIRED = new TokenFailure("nearly-expired", true);
    static final TokenFailure NOT_UNDERSTOOD = new TokenFailure("answer-not-understood", false);
    static final TokenFailure NO_ANSWER = new TokenFailure("no-answer", true);
    static final TokenFailure NO_SECRET = new TokenFailure("secret-unavailable", true);
    static final TokenFailure NO_THREAD = new TokenFailure("no-thread", true);

    /** A failure whose hint follows from its code. */
    TokenFailure(String code, boolean retryable, Optional<Duration> retryAfter) {
        this(code, retryable, retryAfter, FailureHints.of(code, retryable));
    }

    /** A failure that comes without a wish of the endpoint. */
    TokenFailure(String code, boolean retryable) {
        this(code, retryable, Optional.empty());
    }

    /** Whether another secret may help. */
    boolean isWrongSecret() {
        return !retryable && WRONG_SECRET.contains(code);
    }

    TokenFailure withRetryAfter(Duration duration) {
        return new TokenFailure(code, retryable, Optional.of(duration), hint);
    }

    TokenFailure withHint(String other) {
        return new TokenFailure(code, retryable, retryAfter, other);
    }
}
