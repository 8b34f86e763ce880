package org.cognito4j.jakarta.decision;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.cognito4j.Denial;

/**
 * The decision about one request: whether its caller was accepted, or why the request was refused, with the request and the caller
 * as far as they are verified. Observers, log lines, the audit log and the flight recorder have it from the same object. It never
 * holds a token. Immutable and thread-safe.
 *
 * @param code {@code accepted}, or why the request was refused: a word of {@code docs/troubleshooting.md}
 * @param at when it was decided
 * @param took how long the token was judged; zero if no token was judged for this decision
 * @param isRemembered whether the token had been verified before, so that no signature was checked
 * @param request the request
 * @param caller whom the token was issued to
 * @param requirement what the caller lacks; {@link Requirement#NONE} unless the code is {@code insufficient-scope}
 * @param denial what a check of the application has said; empty unless the code is {@code denied-by-application}
 */
public record SecurityDecision(
        String code,
        Instant at,
        Duration took,
        boolean isRemembered,
        DecidedRequest request,
        TokenHolder caller,
        Requirement requirement,
        Optional<Denial> denial) {

    /** The code of a decision that accepts a caller. */
    public static final String ACCEPTED = "accepted";

    /**
     * A decision that no check of the application has made.
     *
     * @param code {@code accepted}, or why the request was refused
     * @param at when it was decided
     * @param took how long the token was judged
     * @param isRemembered whether the token had been verified before
     * @param request the request
     * @param caller whom the token was issued to
     * @param requirement what the caller lacks
     */
    public SecurityDecision(
            String code,
            Instant at,
            Duration took,
            boolean isRemembered,
            DecidedRequest request,
            TokenHolder caller,
            Requirement requirement) {
        this(code, at, took, isRemembered, request, caller, requirement, Optional.empty());
    }

    /**
     * Returns whether the caller was accepted.
     *
     * @return false for a refusal
     */
    public boolean isAccepted() {
        return code.equals(ACCEPTED);
    }
}
