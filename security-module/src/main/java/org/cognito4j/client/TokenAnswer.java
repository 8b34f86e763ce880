package org.cognito4j.client;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What came of asking for a token. */
sealed interface TokenAnswer {

    /**
     * A token.
     *
     * @param token its text
     * @param issuedAt when it was asked for, so that it lives a little longer than we think
     * @param lifetime how long it is valid from then on
     * @param wholeLife how long it was valid when it was new, if it can be seen how old it is
     */
    record Granted(String token, Instant issuedAt, Duration lifetime, Optional<Duration> wholeLife)
            implements TokenAnswer {

        /** A token that is taken for new, as nothing shows its age. */
        Granted(String token, Instant issuedAt, Duration lifetime) {
            this(token, issuedAt, lifetime, Optional.empty());
        }

        /** Whether the token itself, or its answer, shows when it ends. */
        boolean isDated() {
            return wholeLife.isPresent();
        }

        /** Without the token. */
        @Override
        public String toString() {
            return "Granted[issuedAt=" + issuedAt + ", lifetime=" + lifetime + "]";
        }
    }

    /** No token. */
    record Failed(TokenFailure failure) implements TokenAnswer {}

    /** Another node is getting one: look again after a while. */
    record Pending(Duration pause) implements TokenAnswer {}
}
