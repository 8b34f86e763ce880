package org.cognito4j.localpool.http;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that a test can put forward and back. */
public final class ShiftedClock implements InstantSource {
    private final InstantSource original;
    private volatile Duration offset = Duration.ZERO;

    public ShiftedClock(InstantSource original) {
        this.original = original;
    }

    public void shift(Duration changed) {
        this.offset = changed;
    }

    @Override
    public Instant instant() {
        return original.instant().plus(offset);
    }
}
