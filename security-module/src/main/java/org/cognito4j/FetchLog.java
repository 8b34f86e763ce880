package org.cognito4j;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.cognito4j.net.Quietly;

/**
 * The log lines about the fetches of one pool's keys. They are noted while the {@link KeyRefresher} holds its lock and written
 * without it, so that a log handler that hangs or throws stops nothing.
 */
final class FetchLog {

    private static final Logger LOG = System.getLogger("org.cognito4j.keys");

    private final UserPool pool;
    private final Queue<Runnable> noted = new ConcurrentLinkedQueue<>();

    FetchLog(UserPool pool) {
        this.pool = pool;
    }

    void fetched(int keys, boolean recovered) {
        Level level = recovered ? Level.INFO : Level.DEBUG;
        noted.add(() -> LOG.log(level, "Keys of user pool {0} fetched: {1}", pool, keys));
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
        noted.add(() -> LOG.log(level, "Keys of user pool {0} could not be fetched: {1}; {2}", pool, cause, effect));
    }

    /** Writes what was noted. */
    void write() {
        for (Runnable line = noted.poll(); line != null; line = noted.poll()) {
            Quietly.run(line);
        }
    }
}
