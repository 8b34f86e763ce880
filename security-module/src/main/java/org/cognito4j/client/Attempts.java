package org.cognito4j.client;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How the last requests of a {@link TokenCache} went, and so whether it may ask again. Times are readings of a monotonic
 * clock in nanoseconds. Not thread-safe: guarded by the lock of the cache.
 */
final class Attempts {

    private final RenewalPolicy policy;
    private @Nullable HeldToken forced;
    private @Nullable Failure lastFailure;
    private int failures;
    private long nextAttempt;
    private long nextForced;

    Attempts(RenewalPolicy policy, long now) {
        this.policy = policy;
        this.nextAttempt = now;
        this.nextForced = now;
    }

    /** Why the last request failed, if it did. */
    Optional<Failure> lastFailure() {
        return Optional.ofNullable(lastFailure);
    }

    /** The last failure with the rest of the pause that it began; empty if one may ask. */
    Optional<Failure> pausingFor(long now) {
        long pause = nextAttempt - now;
        return pause > 0
                ? lastFailure().map(failure -> failure.withRetryAfter(Duration.ofNanos(pause)))
                : Optional.empty();
    }

    /** Whether to replace a refused token ahead of its time; if so, it is noted. */
    boolean mayForce(HeldToken refused, long now) {
        if (refused == forced || now - nextForced < 0 || now - nextAttempt < 0) {
            return false;
        }
        forced = refused;
        nextForced = now + RenewalPolicy.BETWEEN_FORCED_RENEWALS.toNanos();
        return true;
    }

    void succeeded() {
        failures = 0;
        lastFailure = null;
    }

    /**
     * Notes a token that came near its end, and begins the pause before callers may cause the next request. They go without a token only
     * where the tokens are too short-lived for one request in ten seconds.
     *
     * @param usable for how long the token can be given out
     * @return how long the background waits
     */
    Duration spent(Failure failure, Duration usable, long now) {
        failures++;
        lastFailure = failure;
        Duration pause = policy.afterFailure(failures, failure);
        if (usable.compareTo(RenewalPolicy.BETWEEN_RENEWALS) >= 0 && usable.compareTo(pause) < 0) {
            pause = usable;
        }
        nextAttempt = now + pause.toNanos();
        Duration early = RenewalPolicy.earliestRenewal(usable);
        return early.compareTo(pause) > 0 ? early : pause;
    }

    /** Notes a failure and begins the pause after it, which is the answer. */
    Duration failed(Failure failure, long now) {
        failures++;
        lastFailure = failure;
        Duration pause = policy.afterFailure(failures, failure);
        nextAttempt = now + pause.toNanos();
        return pause;
    }
}
