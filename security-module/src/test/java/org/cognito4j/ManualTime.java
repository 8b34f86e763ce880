package org.cognito4j;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.Queue;
import java.util.concurrent.PriorityBlockingQueue;
import org.cognito4j.net.RefreshThread;

/** Clocks that stand until they are told to go on, and the refresh thread that lives by them. */
final class ManualTime implements InstantSource, RefreshThread {

    private record Task(long due, long number, Runnable work) {}

    private final Queue<Task> tasks =
            new PriorityBlockingQueue<>(4, Comparator.comparingLong(Task::due).thenComparingLong(Task::number));
    private volatile Instant now;
    private volatile long tick = -1_000;
    private long number;
    private volatile boolean closed;
    private volatile boolean immediate;

    ManualTime() {
        this(Instant.parse("2026-11-22T12:00:00Z"));
    }

    ManualTime(Instant start) {
        this.now = start;
    }

    @Override
    public Instant instant() {
        return now;
    }

    long tick() {
        return tick;
    }

    @Override
    public void runAfter(Duration delay, Runnable work) {
        if (immediate && delay.isZero()) {
            work.run();
            return;
        }
        tasks.add(new Task(tick + delay.toNanos(), number++, work));
    }

    @Override
    public void close() {
        closed = true;
        tasks.clear();
    }

    /** From now on what is to run at once has run before anybody can wait for it. */
    void runAtOnce() {
        immediate = true;
    }

    boolean isClosed() {
        return closed;
    }

    /** Time goes by while the refresh thread is at work, so nothing else runs on it. */
    void elapse(Duration duration) {
        now = now.plus(duration);
        tick += duration.toNanos();
    }

    /** The wall clock is set, which the monotonic one does not notice. */
    void setWallClock(Duration ahead) {
        now = now.plus(ahead);
    }

    void set(Instant instant) {
        now = instant;
    }

    /** Runs what is due by now. */
    void runDue() {
        while (!tasks.isEmpty() && tasks.peek().due() <= tick) {
            tasks.remove().work().run();
        }
    }

    /** Time goes by, and everything that becomes due runs at its time. */
    void pass(Duration duration) {
        long end = tick + duration.toNanos();
        runDue();
        while (!tasks.isEmpty() && tasks.peek().due() <= end) {
            elapse(Duration.ofNanos(Math.max(0, tasks.peek().due() - tick)));
            runDue();
        }
        elapse(Duration.ofNanos(Math.max(0, end - tick)));
    }
}
