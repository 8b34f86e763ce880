package org.cognito4j.client;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/**
 * One way to a token, from its beginning to its end, for callers to wait for.
 *
 * @param end completed with the token or with a {@link TokenRequestFailed}
 * @param startTick when it began, by the monotonic clock in nanoseconds
 */
record TokenRound(CompletableFuture<HeldToken> end, long startTick) {

    /** Longer than any round takes whose task is run: the deadlines of its steps add up to less. */
    private static final Duration LONGEST = Duration.ofMinutes(4);

    TokenRound(long startTick) {
        this(new CompletableFuture<>(), startTick);
    }

    boolean isStale(long now) {
        return now - startTick > LONGEST.toNanos();
    }
}
