package org.cognito4j;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * The outcome of looking at a token: it is {@link Accepted}, it is {@link Rejected} through a fault of the caller's, or
 * nobody can tell because the pool's keys are {@link Unavailable}. Immutable and thread-safe.
 */
public sealed interface Verification {

    /**
     * The token is genuine, meant for this service and alive.
     *
     * @param token the verified token
     */
    record Accepted(AccessToken token) implements Verification {

        /**
         * Takes a verified token, which cannot be null.
         *
         * @param token the verified token
         */
        public Accepted {
            Objects.requireNonNull(token, "token");
        }
    }

    /**
     * The token is not acceptable and will not become so: the caller needs another one (HTTP 401).
     *
     * @param reason the first rule that the token breaks
     * @param denial what a {@link TokenCheck} has said; empty unless the reason is {@link RejectionReason#DENIED_BY_APPLICATION}
     */
    record Rejected(RejectionReason reason, Optional<Denial> denial) implements Verification {

        /**
         * Takes a reason, which cannot be null.
         *
         * @param reason the first rule that the token breaks
         * @param denial what a check has said
         */
        public Rejected {
            Objects.requireNonNull(reason, "reason");
            Objects.requireNonNull(denial, "denial");
        }

        /**
         * A rejection by a rule of the module.
         *
         * @param reason the first rule that the token breaks
         */
        public Rejected(RejectionReason reason) {
            this(reason, Optional.empty());
        }
    }

    /**
     * The pool's keys are not at hand, so the token may well be good: the caller should keep it and try again (HTTP
     * 503 with {@code Retry-After}).
     *
     * @param retryAfter how long to wait before the next try; positive
     */
    record Unavailable(Duration retryAfter) implements Verification {

        /**
         * Takes a waiting time, which is positive.
         *
         * @param retryAfter how long to wait before the next try
         */
        public Unavailable {
            if (retryAfter.isNegative() || retryAfter.isZero()) {
                throw new IllegalArgumentException("retryAfter must be positive");
            }
        }
    }
}
