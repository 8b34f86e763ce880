package org.cognito4j.client;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.concurrent.RejectedExecutionException;
import org.cognito4j.net.RefreshThread;

/** Time that passes when the test says so, with the tasks that fall due in it. */
final class FakeTime implements RefreshThread, InstantSource {

    private static final Instant START = Instant.parse("2026-11-22T12:00:00Z");

    private record Task(Duration due, long number, Runnable action) {}

    private final PriorityQueue<Task> tasks =
            new PriorityQueue<>(Comparator.comparing(Task::due).thenComparing(Task::number));
    private Duration elapsed = Duration.ZERO;
    private long number;
    private boolean closed;
    private boolean losing;

    @Override
    public synchronized Instant instant() {
        return START.plus(elapsed);
    }

    synchronized long ticks() {
        return elapsed.toNanos();
    }

    @Override
    public synchronized void runAfter(Duration delay, Runnable task) {
        if (closed) {
            throw new RejectedExecutionException();
        }
        if (!losing) {
            tasks.add(new Task(elapsed.plus(delay), number++, task));
        }
    }

    /** From now on planned tasks are lost, until {@link #restart}. */
    synchronized void loseTasks() {
        losing = true;
    }

    @Override
    public synchronized void restart() {
        tasks.clear();
        losing = false;
    }

    @Override
    public synchronized void close() {
        closed = true;
        tasks.clear();
    }

    /** Runs what is due. */
    void runDue() {
        pass(Duration.ZERO);
    }

    /** Lets time pass, stopping at each task to run it. */
    void pass(Duration duration) {
        Duration end = now().plus(duration);
        for (Task task = nextBefore(end); task != null; task = nextBefore(end)) {
            moveTo(task.due());
            task.action().run();
        }
        moveTo(end);
    }

    private synchronized Duration now() {
        return elapsed;
    }

    private synchronized void moveTo(Duration time) {
        elapsed = time.compareTo(elapsed) > 0 ? time : elapsed;
    }

    private synchronized Task nextBefore(Duration end) {
        return tasks.isEmpty() || tasks.peek().due().compareTo(end) > 0 ? null : tasks.poll();
    }
}
