package org.cognito4j;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The outcome of looking at a token: it is {@link Accepted}, it is {@link Rejected} through a fault of the caller's, or
 * nobody can tell because the pool's keys are {@link Unavailable}. Immutable and thread-safe.
 */
public sealed interface Verification {

    /**
     * The token is genuine, meant for this service and alive.
     *
     * <p>Two acceptances are equal if their tokens are.
     *
     * @param token the verified token
     * @param isRemembered whether the token was verified before and its verdict still stood, so that no signature was checked
     */
    record Accepted(AccessToken token, boolean isRemembered) implements Verification {

        /**
         * Takes a verified token, which cannot be null.
         *
         * @param token the verified token
         * @param isRemembered whether no signature had to be checked
         */
        public Accepted {
            Objects.requireNonNull(token, "token");
        }

        /**
         * The acceptance of a token whose signature has just been checked.
         *
         * @param token the verified token
         */
        public Accepted(AccessToken token) {
            this(token, false);
        }

        /**
         * Returns the rejection of this token by a {@link TokenCheck}.
         *
         * @param denial what the check has said
         * @return a rejection with the facts of the token
         */
        public Rejected deniedBy(Denial denial) {
            return new Rejected(
                    RejectionReason.DENIED_BY_APPLICATION,
                    Optional.of(SignedFacts.of(token)),
                    isRemembered,
                    Optional.of(denial));
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Accepted accepted && accepted.token.equals(token);
        }

        @Override
        public int hashCode() {
            return token.hashCode();
        }
    }

    /**
     * The token is not acceptable and will not become so: the caller needs another one (HTTP 401).
     *
     * <p>Two rejections are equal if their reasons and denials are.
     *
     * @param reason the first rule that the token breaks
     * @param facts whom the token was issued to; empty if it was rejected before its signature was checked, as nothing in it can be
     *     believed then
     * @param isRemembered whether the token was verified before and has been judged anew by another policy, so that no signature was
     *     checked
     * @param denial what a {@link TokenCheck} has said; empty unless the reason is {@link RejectionReason#DENIED_BY_APPLICATION}
     */
    record Rejected(RejectionReason reason, Optional<SignedFacts> facts, boolean isRemembered, Optional<Denial> denial)
            implements Verification {

        /**
         * Takes a reason, which cannot be null.
         *
         * @param reason the first rule that the token breaks
         * @param facts what its signature vouches for
         * @param isRemembered whether no signature had to be checked
         * @param denial what a check has said
         */
        public Rejected {
            Objects.requireNonNull(reason, "reason");
            Objects.requireNonNull(facts, "facts");
            Objects.requireNonNull(denial, "denial");
        }

        /**
         * The rejection of a token of which nothing is verified.
         *
         * @param reason the first rule that the token breaks
         */
        public Rejected(RejectionReason reason) {
            this(reason, Optional.empty(), false, Optional.empty());
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Rejected rejected && rejected.reason == reason && rejected.denial.equals(denial);
        }

        @Override
        public int hashCode() {
            return reason.hashCode();
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
