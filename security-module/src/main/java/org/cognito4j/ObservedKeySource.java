package org.cognito4j;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.cognito4j.net.DaemonRefreshThread;
import org.cognito4j.net.QuietLog;
import org.cognito4j.net.Quietly;
import org.cognito4j.net.RefreshThread;

/** Tells a listener of each fetch from another source. */
final class ObservedKeySource implements KeySetSource {

    /** How long a fetch waits for a listener that takes its time. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    /** Calls that wait for a listener that hangs; any further one is left out. */
    private static final int MOST_WAITING = 16;

    private final KeySetSource source;
    private final UserPool pool;
    private final KeyListener listener;
    private final RefreshThread thread;
    private final AtomicInteger waiting = new AtomicInteger();

    ObservedKeySource(KeySetSource source, UserPool pool, KeyListener listener) {
        this.source = source;
        this.pool = pool;
        this.listener = listener;
        this.thread = new DaemonRefreshThread("cognito4j-key-listener-" + pool);
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

    /** A listener that hangs costs a second once, and the calls that it misses; keys are used without it. */
    private void tell(Runnable call) {
        boolean first = waiting.getAndIncrement() == 0;
        CompletableFuture<Void> told = new CompletableFuture<>();
        boolean begun = waiting.get() <= MOST_WAITING
                && Quietly.run(() -> thread.runAfter(Duration.ZERO, () -> {
                    callAndNameFailure(call);
                    waiting.decrementAndGet();
                    told.complete(null);
                }));
        if (!begun) {
            waiting.decrementAndGet();
        } else if (first) {
            await(told);
        }
    }

    private static void await(CompletableFuture<Void> told) {
        try {
            told.get(PATIENCE.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            // It goes on by itself.
        }
    }

    /** A listener that throws costs no keys, and neither does the handler of the log line about it. */
    private static void callAndNameFailure(Runnable call) {
        try {
            call.run();
        } catch (Throwable failure) {
            String name = failure.getClass().getName();
            Quietly.run(() -> QuietLog.of("org.cognito4j.keys")
                    .log(System.Logger.Level.WARNING, "A listener for keys failed with {0}", name));
        }
    }

    @Override
    public void close() {
        thread.close();
        source.close();
    }
}
