package org.cognito4j;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * Tells for how long nothing could run: a thread that means to wake up every ten milliseconds, and adds up by how much it
 * is late. What a busy machine takes away can so be told from what the code under test does.
 */
final class Metronome implements AutoCloseable {

    private static final long BEAT = Duration.ofMillis(10).toNanos();

    private final Thread thread = new Thread(this::run, "metronome");
    private volatile long lost;
    private volatile long beats;

    Metronome() {
        thread.setDaemon(true);
        thread.start();
    }

    /** What was lost until now, in nanoseconds. */
    long lost() {
        return lost;
    }

    /** What was lost since then. Waits for the next beat, which tells of the time up to now. */
    long lostSince(long before) {
        long last = beats;
        while (beats == last && thread.isAlive()) {
            LockSupport.parkNanos(BEAT);
        }
        return lost - before;
    }

    private void run() {
        long due = System.nanoTime() + BEAT;
        while (!Thread.currentThread().isInterrupted()) {
            LockSupport.parkNanos(due - System.nanoTime());
            long late = System.nanoTime() - due;
            if (late >= 0) {
                lost += late;
                beats++;
                due += late + BEAT;
            }
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
