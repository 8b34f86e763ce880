package org.cognito4j;

import java.time.Duration;
import java.time.Instant;

/**
 * A moment by two clocks. It is past once either of them says so: the wall clock may be set back, and the monotonic one
 * may stand still while the machine is suspended.
 *
 * @param at the wall clock
 * @param tick the monotonic clock, in nanoseconds
 */
record Moment(Instant at, long tick) {

    static final Moment EPOCH = new Moment(Instant.EPOCH, 0);

    Moment plus(Duration duration) {
        return new Moment(at.plus(duration), tick + duration.toNanos());
    }

    boolean isPast(Instant now, long nowTick) {
        return nowTick - tick > 0 || now.isAfter(at);
    }
}
