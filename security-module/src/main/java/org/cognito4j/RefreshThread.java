package org.cognito4j;

import java.time.Duration;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The one thread on which a {@link KeyRing} fetches, now or later. After it is closed nothing runs any more. */
interface RefreshThread extends AutoCloseable {

    void runAfter(Duration delay, Runnable task);

    @Override
    void close();

    /** A daemon thread that is started by the first task. */
    static RefreshThread named(String name) {
        ScheduledThreadPoolExecutor executor = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            // The thread may outlive the request that starts it and must not hold on to an application.
            thread.setContextClassLoader(RefreshThread.class.getClassLoader());
            return thread;
        });
        executor.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        executor.setRemoveOnCancelPolicy(true);
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
