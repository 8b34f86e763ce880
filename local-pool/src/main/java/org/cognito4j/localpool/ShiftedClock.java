package org.cognito4j.localpool;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that a test can put forward and back. */
final class ShiftedClock implements InstantSource {
    private final InstantSource original;
    private volatile Duration offset = Duration.ZERO;

    ShiftedClock(InstantSource original) {
        this.original = original;
    }

    void shift(Duration changed) {
        this.offset = changed;
    }

    @Override
    public Instant instant() {
        return original.instant().plus(offset);
    }
}
