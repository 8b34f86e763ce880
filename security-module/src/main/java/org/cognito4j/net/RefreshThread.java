package org.cognito4j.net;

import java.time.Duration;

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

    /** Interrupts what runs and goes on with a new thread, for a task that does not come back. Waits for nothing. */
    default void restart() {}

    /** Interrupts what runs and forgets what is planned. Waits for nothing. */
    @Override
    void close();
}
