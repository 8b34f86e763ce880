package org.cognito4j.net;

import java.time.Duration;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The one thread on which something is fetched, now or later. After it is closed nothing runs any more. */
public interface RefreshThread extends AutoCloseable {

    /**
     * Plans a task. Tasks run one at a time.
     *
     * @param delay how long to wait, zero for not at all
     * @param task what to run; what it throws is lost
     * @throws java.util.concurrent.RejectedExecutionException if this thread is closed
     */
    void runAfter(Duration delay, Runnable task);

    /** Interrupts what runs and forgets what is planned. Waits for nothing. */
    @Override
    void close();

    /**
     * A daemon thread that is started by the first task.
     *
     * @param name what the thread is called
     * @return a thread that nobody else uses
     */
    static RefreshThread named(String name) {
        ScheduledThreadPoolExecutor executor = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            // The thread may outlive the request that starts it and must not hold on to an application.
            thread.setContextClassLoader(RefreshThread.class.getClassLoader());
            return thread;
        });
        return new RefreshThread() {
            @Override
            public void runAfter(Duration delay, Runnable task) {
                executor.schedule(task, delay.toNanos(), TimeUnit.NANOSECONDS);
            }

            @Override
            public void close() {
                executor.shutdownNow();
            }
        };
    }
}
