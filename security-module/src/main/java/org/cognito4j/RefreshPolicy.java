package org.cognito4j;

import java.time.Duration;
import java.util.Optional;
import java.util.function.DoubleSupplier;

/**
 * When keys are fetched again, and how long that may take. All waiting times are jittered, so that a fleet does not
 * ask in step.
 *
 * @param times the configured freshness
 * @param random a number from 0 (inclusive) to 1 (exclusive) at each call
 */
record RefreshPolicy(KeyTimes times, DoubleSupplier random) {

    /** From one start to the next where callers are being turned away for want of keys. */
    static final Duration BETWEEN_FETCHES_WITHOUT_KEYS = Duration.ofSeconds(2);

    /** What a planned fetch may be late, and a fetch may exceed its deadline, before that counts as a failure. */
    static final Duration TOLERANCE = Duration.ofSeconds(1);

    /** Shorter than the time between fetches, so that a publisher that comes back does not find us still hanging. */
    private static final Duration SHORT_FETCH = Duration.ofMillis(1_750);

    private static final int ONE_LONG_FETCH_IN = 16;
    private static final Duration LEAST_MAX_AGE = Duration.ofMinutes(1);
    private static final Duration FIRST_BACKOFF = Duration.ofSeconds(1);
    private static final Duration LAST_BACKOFF = Duration.ofMinutes(1);
    private static final Duration MOST_RETRY_AFTER = Duration.ofMinutes(5);

    /**
     * How long the next fetch may take. While there are no keys, retries are cut short; but not each of them, or a
     * publisher that is slower than that would never be heard again.
     */
    Duration timeout(boolean keysInHand, int failures) {
        boolean inFull = keysInHand || failures % ONE_LONG_FETCH_IN == 0;
        return inFull ? times.fetchTimeout() : shorter(SHORT_FETCH, times.fetchTimeout());
    }

    /** The longest that a fetch can take, and that keys are used on once one is due and none was tried. */
    Duration grace() {
        return times.fetchTimeout().plus(TOLERANCE);
    }

    /** For how long a good answer is taken for the newest: the refresh interval, or less if the publisher says so. */
    Duration freshFor(Optional<Duration> maxAge) {
        return maxAge.map(age -> longer(age, LEAST_MAX_AGE))
                .map(age -> shorter(age, times.refreshInterval()))
                .orElse(times.refreshInterval());
    }

    /** When the next fetch is made after a good one: before its answer is no longer fresh. */
    Duration aheadOf(Duration fresh) {
        return scaled(fresh, 0.8, 0.95);
    }

    /** After the given number of failed fetches in a row: doubled each time, or what the publisher asks for. */
    Duration afterFailure(int failures, Optional<Duration> retryAfter) {
        int doublings = Math.min(failures - 1, 10);
        Duration backoff = shorter(FIRST_BACKOFF.multipliedBy(1L << doublings), LAST_BACKOFF);
        return longer(scaled(backoff, 0.75, 1.0), bounded(retryAfter));
    }

    /** What the publisher asked for, as far as we follow it. */
    Duration bounded(Optional<Duration> retryAfter) {
        return shorter(retryAfter.orElse(Duration.ZERO), MOST_RETRY_AFTER);
    }

    private Duration scaled(Duration duration, double least, double most) {
        return Duration.ofNanos((long) (duration.toNanos() * (least + (most - least) * random.getAsDouble())));
    }

    private static Duration longer(Duration a, Duration b) {
        return a.compareTo(b) >= 0 ? a : b;
    }

    private static Duration shorter(Duration a, Duration b) {
        return a.compareTo(b) <= 0 ? a : b;
    }
}
