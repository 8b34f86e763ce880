package org.cognito4j.client;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.cognito4j.net.RefreshThread;

/** Time that passes when the test says so. Of the tasks planned by a source only the last one counts. */
final class SimulatedTime implements RefreshThread, InstantSource {

    private Instant now = Instant.parse("2026-11-22T12:00:00Z");
    private Instant due = Instant.MAX;
    private Runnable task = () -> {};

    @Override
    public synchronized Instant instant() {
        return now;
    }

    synchronized long ticks() {
        return Duration.between(Instant.EPOCH, now).toNanos();
    }

    /** What is due at once runs in the thread that asks for it. */
    @Override
    public void runAfter(Duration delay, Runnable action) {
        if (delay.isZero()) {
            action.run();
        } else {
            due = now.plus(delay);
            task = action;
        }
    }

    void pass(Duration duration) {
        synchronized (this) {
            now = now.plus(duration);
        }
        if (!now.isBefore(due)) {
            due = Instant.MAX;
            task.run();
        }
    }

    @Override
    public void close() {
        due = Instant.MAX;
    }
}
