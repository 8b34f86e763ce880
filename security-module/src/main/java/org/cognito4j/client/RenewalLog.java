package org.cognito4j.client;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import org.cognito4j.net.BoundedCalls;
import org.cognito4j.net.QuietLog;

/**
 * The log lines of a {@link TokenCache}. They are noted while it holds its lock and written without it, on another thread, so that a log
 * handler that hangs or throws neither ends nor delays a renewal by more than a second.
 */
final class RenewalLog implements AutoCloseable {

    private static final Logger LOG = QuietLog.of("org.cognito4j.client");
    private static final Duration LONGEST_LINE = Duration.ofSeconds(1);

    private final String name;
    private final Queue<Runnable> noted = new ConcurrentLinkedQueue<>();
    private final ReentrantLock writing = new ReentrantLock();
    private final BoundedCalls calls = new BoundedCalls("cognito4j-token-log");

    /** The log of the named cache. */
    RenewalLog(String name) {
        this.name = name;
    }

    /**
     * Notes a token.
     *
     * @param flaw what is wrong with it
     * @param good whether nothing was wrong before
     */
    void granted(Optional<TokenFailure> flaw, boolean good) {
        if (flaw.isPresent()) {
            failed(flaw.get(), true, good);
        } else {
            Level level = good ? Level.DEBUG : Level.INFO;
            noted.add(() -> LOG.log(level, "Token for {0} obtained", name));
        }
    }

    /**
     * Notes a request that brought no token, or one that ends soon.
     *
     * @param usable whether there is a token to give out
     * @param first whether the request before this one succeeded
     */
    void failed(TokenFailure failure, boolean usable, boolean first) {
        Level level = first ? Level.WARNING : Level.DEBUG;
        String effect = usable ? "the last one stays in use" : "callers fail until it is";
        noted.add(() -> LOG.log(
                level, "Token for {0} not obtained: {1}. {2}; {3}", name, failure.code(), failure.hint(), effect));
    }

    /** Notes that the way to the token threw what it should not. Its message may quote a secret, so only its kind is named. */
    void threw(Throwable thrown) {
        String kind = thrown.getClass().getName();
        noted.add(() -> LOG.log(Level.ERROR, "Asking for a token for {0} failed with {1}", name, kind));
    }

    /** Writes what was noted. */
    void write() {
        writing.lock();
        try {
            for (Runnable line = noted.poll(); line != null; line = noted.poll()) {
                calls.tell(line, LONGEST_LINE);
            }
        } finally {
            writing.unlock();
        }
    }

    /** Writes what was noted, or waits while another thread does: the last lines say why an application is ended. */
    @Override
    public void close() {
        write();
        calls.close();
    }
}
