package org.cognito4j.config;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.cognito4j.config.PolicyOrigin.Unreadable;
import org.cognito4j.net.BoundedCalls;

/**
 * Reads an origin, for a bounded time. A read that hangs keeps its thread; no other begins before it has returned, so that an origin that
 * hangs for ever takes one thread. Used by one thread at a time, but for {@link #close}.
 */
final class BoundedRead implements AutoCloseable {

    /** How long one look may take. */
    static final Duration BOUND = Duration.ofSeconds(10);

    private static final Duration IDLE = Duration.ofSeconds(2);
    private static final Duration FAREWELL = Duration.ofSeconds(1);

    private final PolicyOrigin origin;
    private final Duration bound;
    private final BoundedCalls calls = new BoundedCalls("cognito4j-policy-read", IDLE);
    private final AtomicBoolean isReading = new AtomicBoolean();

    BoundedRead(PolicyOrigin origin, Duration bound) {
        this.origin = origin;
        this.bound = bound;
    }

    /** The result of a read: a content, an empty value for an unchanged one, or a problem. */
    private record Outcome(Optional<byte[]> content, Optional<Unreadable> problem) {}

    /** Reads the origin, see {@link PolicyOrigin#load}. */
    Optional<byte[]> read(boolean mayBeUnchanged) throws Unreadable {
        if (isReading.get()) {
            throw hanging();
        }
        try {
            Outcome outcome = calls.call(() -> load(mayBeUnchanged), bound);
            if (outcome.problem().isPresent()) {
                throw outcome.problem().get();
            }
            return outcome.content();
        } catch (BoundedCalls.Failed e) {
            throw isReading.get() ? hanging() : new Unreadable("cannot be read (" + e.getMessage() + ")");
        }
    }

    private Unreadable hanging() {
        return new Unreadable("cannot be read: a read that began more than " + bound + " ago has not returned");
    }

    private Outcome load(boolean mayBeUnchanged) {
        isReading.set(true);
        try {
            return new Outcome(origin.load(mayBeUnchanged), Optional.empty());
        } catch (Unreadable e) {
            return new Outcome(Optional.empty(), Optional.of(e));
        } finally {
            isReading.set(false);
        }
    }

    /** Hands a callback to the origin. */
    void onChange(Runnable look) throws Unreadable {
        try {
            calls.call(
                    () -> {
                        origin.onChange(look);
                        return true;
                    },
                    bound);
        } catch (BoundedCalls.Failed e) {
            throw new Unreadable("is polled alone, as its onChange failed (" + e.getMessage() + ")");
        }
    }

    /** Ends its threads; the origin goes on. */
    void end() {
        calls.close();
    }

    /** Ends the origin and all threads. */
    @Override
    public void close() {
        calls.tell(origin::close, FAREWELL);
        end();
    }
}
