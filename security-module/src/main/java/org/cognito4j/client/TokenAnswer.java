package org.cognito4j.client;

import java.time.Duration;
import java.time.Instant;

/** What came of asking for a token. */
sealed interface TokenAnswer {

    /**
     * A token.
     *
     * @param token its text
     * @param issuedAt when it was asked for, so that it lives a little longer than we think
     * @param lifetime how long it is valid from then on
     */
    record Granted(String token, Instant issuedAt, Duration lifetime) implements TokenAnswer {

        /** Without the token. */
        @Override
        public String toString() {
            return "Granted[issuedAt=" + issuedAt + ", lifetime=" + lifetime + "]";
        }
    }

    /** No token. */
    record Failed(Failure failure) implements TokenAnswer {}

    /** Someone else is just getting one: look again after a while. */
    record Pending(Duration pause) implements TokenAnswer {}
}
