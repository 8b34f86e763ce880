package org.cognito4j;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Queue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.cognito4j.net.FetchSchedule;
import org.cognito4j.net.QuietLog;
import org.cognito4j.net.Quietly;

/**
 * The log lines about the fetches of one pool's keys. They are noted while the {@link KeyRefresher} holds its lock and written
 * without it, by the thread that fetches: a log handler that hangs holds that thread, which is then replaced, and no caller. One
 * that throws stops nothing.
 */
final class FetchLog {

    private static final Logger LOG = QuietLog.of("org.cognito4j.keys");

    /** Lines that wait for a handler that hangs; further ones are left out. */
    private static final int MOST_NOTED = 100;

    private final UserPool pool;
    private final Queue<Runnable> noted = new LinkedBlockingQueue<>(MOST_NOTED);
    private final AtomicBoolean writing = new AtomicBoolean();

    FetchLog(UserPool pool) {
        this.pool = pool;
    }

    void fetched(int keys, boolean recovered) {
        Level level = recovered ? Level.INFO : Level.DEBUG;
        noted.offer(() -> LOG.log(level, "Keys of user pool {0} fetched: {1}", pool, keys));
    }

    /**
     * Notes a fetch that brought no keys.
     *
     * @param usable whether the last keys may still be used
     * @param first whether the fetch before this one succeeded
     */
    void failed(String cause, boolean usable, boolean first) {
        Level level = first ? Level.WARNING : Level.DEBUG;
        String effect = usable ? "the last ones stay in use" : "callers get 503 until they can";
        noted.offer(() -> LOG.log(level, "Keys of user pool {0} could not be fetched: {1}; {2}", pool, cause, effect));
    }

    /** Has the thread that fetches write what was noted, so that a log handler holds up no caller. */
    void writeOn(FetchSchedule schedule) {
        if (!noted.isEmpty()) {
            schedule.run(this::write);
        }
    }

    /** Writes what was noted, unless another thread is writing, which may hang. */
    void write() {
        while (!noted.isEmpty() && writing.compareAndSet(false, true)) {
            try {
                for (Runnable line = noted.poll(); line != null; line = noted.poll()) {
                    Quietly.run(line);
                }
            } finally {
                writing.set(false);
            }
        }
    }
}
