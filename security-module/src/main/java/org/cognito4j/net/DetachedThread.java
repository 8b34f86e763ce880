package org.cognito4j.net;

import org.jspecify.annotations.Nullable;

/**
 * Daemon threads that keep nothing of the request that happens to start them: neither its class loader nor its inheritable
 * thread-locals.
 */
final class DetachedThread {

    private DetachedThread() {}

    static Thread of(Runnable task, String name) {
        return of(null, task, name);
    }

    /**
     * A thread that has not been started.
     *
     * @param group the thread's group; null for the group of the calling thread
     */
    static Thread of(@Nullable ThreadGroup group, Runnable task, String name) {
        Thread thread = new Thread(group, task, name, 0, false);
        thread.setDaemon(true);
        thread.setContextClassLoader(DetachedThread.class.getClassLoader());
        return thread;
    }
}
