package org.cognito4j;

import java.time.Duration;
import org.cognito4j.net.Quietly;

/** Tells a listener of each fetch from another source. */
final class ObservedKeySource implements KeySetSource {

    private final KeySetSource source;
    private final UserPool pool;
    private final KeyListener listener;

    ObservedKeySource(KeySetSource source, UserPool pool, KeyListener listener) {
        this.source = source;
        this.pool = pool;
        this.listener = listener;
    }

    @Override
    public Fetched fetch(Duration timeout) throws KeySetUnavailable {
        long start = System.nanoTime();
        try {
            Fetched fetched = source.fetch(timeout);
            tell(() -> listener.refreshed(pool, fetched.keys().size(), since(start)));
            return fetched;
        } catch (KeySetUnavailable e) {
            tell(() -> listener.failed(pool, e.getMessage(), since(start)));
            throw e;
        }
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    /** A listener that throws costs no keys, and neither does the handler of the log line about it. */
    private static void tell(Runnable call) {
        try {
            call.run();
        } catch (Throwable failure) {
            String name = failure.getClass().getName();
            Quietly.run(() -> System.getLogger("org.cognito4j.keys")
                    .log(System.Logger.Level.WARNING, "A listener for keys failed with {0}", name));
        }
    }

    @Override
    public void close() {
        source.close();
    }
}
