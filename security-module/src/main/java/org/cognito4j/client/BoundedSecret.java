package org.cognito4j.client;

import java.time.Duration;
import java.util.function.Supplier;
import org.cognito4j.net.BoundedCalls;

/** A secret whose supplier may throw anything or hang. Then there is none. */
final class BoundedSecret implements Supplier<String>, AutoCloseable {

    private final Supplier<String> secret;
    private final Supplier<Duration> deadline;
    private final BoundedCalls calls = new BoundedCalls("cognito4j-client-secret");

    /**
     * A supplier before another one.
     *
     * @param deadline how long the other one may take from now on
     */
    BoundedSecret(Supplier<String> secret, Supplier<Duration> deadline) {
        this.secret = secret;
        this.deadline = deadline;
    }

    /** Supplies the secret, or throws an exception without a word of the supplier's. */
    @Override
    public String get() {
        try {
            return calls.call(secret::get, deadline.get());
        } catch (BoundedCalls.Failed e) {
            throw new IllegalStateException("no secret");
        }
    }

    @Override
    public void close() {
        calls.close();
    }
}
