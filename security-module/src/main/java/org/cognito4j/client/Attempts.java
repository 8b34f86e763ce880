package org.cognito4j.client;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.cognito4j.client.TokenAnswer.Granted;
import org.jspecify.annotations.Nullable;

/**
 * How the last requests of a {@link TokenCache} went, and so whether it may ask again. Times are readings of a monotonic
 * clock in nanoseconds. Not thread-safe: guarded by the lock of the cache.
 */
final class Attempts {

    private final RenewalPolicy policy;
    private @Nullable HeldToken forced;
    private @Nullable TokenFailure lastFailure;
    private int failures;
    private long nextAttempt;
    private long nextForced;

    Attempts(RenewalPolicy policy, long now) {
        this.policy = policy;
        this.nextAttempt = now;
        this.nextForced = now;
    }

    /** Why the last request failed, if it did. */
    Optional<TokenFailure> lastFailure() {
        return Optional.ofNullable(lastFailure);
    }

    /** The last failure with the rest of the pause that it began; empty if one may ask. */
    Optional<TokenFailure> pausingFor(long now) {
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

    /**
     * Notes a token, and says how long the background waits before the next request. A token that came near its end begins a pause before
     * callers may cause one, so that a gateway that gives such tokens again and again is not asked in a loop. Callers go without a token
     * only where the tokens are too short-lived for one request in ten seconds.
     */
    Duration granted(Granted granted, HeldToken fresh, boolean spent, Instant now, long tick) {
        if (!spent) {
            Duration pause = policy.untilRenewal(granted, now);
            failures = 0;
            lastFailure = null;
            return pause;
        }
        Duration usable = Duration.between(now, fresh.usableUntil());
        Duration pause = failed(TokenFailure.NEARLY_EXPIRED, tick);
        if (usable.compareTo(RenewalPolicy.BETWEEN_RENEWALS) >= 0 && usable.compareTo(pause) < 0) {
            pause = usable;
            nextAttempt = tick + pause.toNanos();
        }
        Duration early = RenewalPolicy.earliestRenewal(usable);
        return early.compareTo(pause) > 0 ? early : pause;
    }

    /** Notes a failure and begins the pause after it, which is the answer. */
    Duration failed(TokenFailure failure, long now) {
        failures++;
        lastFailure = failure;
        Duration pause = policy.afterFailure(failures, failure);
        nextAttempt = now + pause.toNanos();
        return pause;
    }
}
