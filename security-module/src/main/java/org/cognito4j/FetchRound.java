package org.cognito4j;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * One fetch of a key set, from its start to its end, for others to wait for.
 *
 * @param keyId the unknown key that is sought, or an empty text
 * @param paid whether the {@link FetchBudget} allowed it for that key
 * @param startTick when it started, by the monotonic clock
 * @param end completed when it has ended, well or not
 */
record FetchRound(String keyId, boolean paid, long startTick, CompletableFuture<Void> end) {

    FetchRound(String keyId, boolean paid, long startTick) {
        this(keyId, paid, startTick, new CompletableFuture<>());
    }

    /** Whether it ended before the time was over and before the thread was interrupted. */
    boolean await(Duration time) {
        try {
            end.get(Math.max(0, time.toNanos()), TimeUnit.NANOSECONDS);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException | TimeoutException e) {
            return false;
        }
    }
}
