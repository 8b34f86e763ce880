package org.cognito4j.jakarta.container;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Makes requests wait until the container has initialized an authentication module. For a moment after a deployment
 * Tomcat 10.1 and 11 ask a module before that: they publish it first. For the adapters of servers alone, not for
 * applications. Thread-safe.
 */
public final class ModuleInitialization {

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

    private final CountDownLatch done = new CountDownLatch(1);
    private final Duration longestWait;
    private volatile boolean hasTakenTooLong;

    /** Not done yet; requests wait for up to five seconds. */
    public ModuleInitialization() {
        this(LONGEST_WAIT);
    }

    /**
     * Not done yet.
     *
     * @param longestWait after which the first request is refused; later ones are refused at once until it is done
     */
    public ModuleInitialization(Duration longestWait) {
        this.longestWait = longestWait;
    }

    /** The container has initialized the module. */
    public void isDone() {
        done.countDown();
    }

    /**
     * Waits until it is done.
     *
     * @throws IllegalStateException if the container takes too long, or the thread is interrupted
     */
    public void await() {
        try {
            if (done.getCount() > 0 && (hasTakenTooLong || !done.await(longestWait.toNanos(), TimeUnit.NANOSECONDS))) {
                hasTakenTooLong = true;
                throw new IllegalStateException("The container has not initialized the authentication module");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The thread was ended before the container was ready", e);
        }
    }
}
