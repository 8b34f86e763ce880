package org.cognito4j.net;

import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** A daemon thread that the first task starts. Thread-safe. */
public final class DaemonRefreshThread implements RefreshThread {

    private final String name;
    private ScheduledThreadPoolExecutor executor; // guarded by this
    private boolean closed; // guarded by this

    /**
     * A thread that nobody else uses.
     *
     * @param name what the thread is called
     */
    public DaemonRefreshThread(String name) {
        this.name = name;
        this.executor = executor(name);
    }

    @Override
    public synchronized void runAfter(Duration delay, Runnable task) {
        if (closed) {
            throw new RejectedExecutionException(name + " is closed");
        }
        executor.schedule(task, delay.toNanos(), TimeUnit.NANOSECONDS);
    }

    @Override
    public synchronized void restart() {
        if (!closed) {
            executor.shutdownNow();
            executor = executor(name);
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        executor.shutdownNow();
    }

    private static ScheduledThreadPoolExecutor executor(String name) {
        return new ScheduledThreadPoolExecutor(1, task -> DetachedThread.of(task, name));
    }
}
