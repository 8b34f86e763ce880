package org.cognito4j;

import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Where a {@link KeyRing} gets its keys. Called by one thread at a time, on which it may block. */
interface KeySetSource extends AutoCloseable {

    /** Fetches, within the given time in all. */
    Fetched fetch(Duration timeout) throws KeySetUnavailable;

    /** Lets go of connections and threads. Called by any thread, once that which fetches has been told to stop. */
    @Override
    void close();

    /**
     * A fresh key set.
     *
     * @param keys the usable keys by {@code kid}, never empty
     * @param maxAge for how long the publisher calls them fresh
     */
    record Fetched(Map<String, RSAPublicKey> keys, Optional<Duration> maxAge) {}
}
