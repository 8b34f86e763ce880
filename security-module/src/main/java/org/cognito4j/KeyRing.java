package org.cognito4j;

import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.cognito4j.KeyRefresher.Joined;
import org.cognito4j.net.RefreshThread;

/**
 * The keys of one pool, kept fresh in the background.
 *
 * <p>A key that is at hand is found by one volatile read: no lock, no I/O. The first fetch is made for the first
 * caller; from then on keys are refreshed ahead of their time, and used on while the publisher is away, up to a
 * ceiling. There is never more than one fetch under way, and callers who need it wait for that one, as many as the
 * {@link WaitingRoom} has room for.
 */
final class KeyRing implements AutoCloseable {

    /** What a caller waits beyond the time a fetch may take, so as to see it end. */
    private static final Duration GRACE = Duration.ofMillis(100);

    private final KeyRefresher refresher;
    private final WaitingRoom waitingRoom;
    private final Duration longestWait;
    private final Duration grace;
    private final InstantSource clock;
    private final LongSupplier ticker;

    /** What a ring knows of a key. */
    sealed interface Lookup {

        /** The key is published. */
        record Found(RSAPublicKey key) implements Lookup {}

        /** The pool publishes no usable key of that id. */
        record Unknown() implements Lookup {}

        /** Nobody can tell. */
        record Unavailable(Duration retryAfter) implements Lookup {}
    }

    /**
     * A ring that has not fetched anything yet.
     *
     * @param initial keys to begin with, if there are any
     * @param thread where fetches run
     * @param clock the wall clock, for the age of keys
     * @param ticker a monotonic clock in nanoseconds, for the age of keys and for waiting
     */
    KeyRing(
            UserPool pool,
            KeySetSource source,
            KeySnapshot initial,
            RefreshPolicy policy,
            RefreshThread thread,
            InstantSource clock,
            LongSupplier ticker) {
        this.refresher = new KeyRefresher(pool, source, initial, policy, thread, clock, ticker);
        this.waitingRoom = new WaitingRoom(ticker);
        this.longestWait = policy.times().fetchTimeout().plus(GRACE);
        this.grace = policy.grace();
        this.clock = clock;
        this.ticker = ticker;
    }

    /** The key, if it is at hand. Waits only after the machine was suspended, for the fetch that is overdue then. */
    Optional<RSAPublicKey> knownKey(String keyId) {
        return Optional.ofNullable(inUse(clock.instant()).keys().get(keyId));
    }

    /** Whether this very key is in use under that id. Waits as {@link #knownKey} does. */
    boolean holds(String keyId, RSAPublicKey key, Instant now) {
        return inUse(now).keys().get(keyId) == key;
    }

    private KeySnapshot inUse(Instant now) {
        KeySnapshot current = refresher.snapshot();
        long tick = ticker.getAsLong();
        if (!current.isUsable(now, tick)) {
            return KeySnapshot.EMPTY;
        }
        return current.isDue(now, tick) ? afterDueFetch(current) : current;
    }

    /** Off the usual way: no plan brought the fetch that is due, so it is begun here, and waited for once it is overdue. */
    private KeySnapshot afterDueFetch(KeySnapshot due) {
        if (!due.isOverdue(clock.instant(), ticker.getAsLong(), grace)) {
            if (refresher.underWay().isEmpty()) {
                refresher.beginDue();
            }
            return due;
        }
        refresher.beginDue().ifPresent(fetch -> fetch.await(longestWait));
        return refresher.hasKeys() ? refresher.snapshot() : KeySnapshot.EMPTY;
    }

    /** The key, for which a fetch may be started or waited for: in all at most as long as one fetch may take. */
    Lookup keyFor(String keyId) {
        long deadline = ticker.getAsLong() + longestWait.toNanos();
        Optional<Joined> joined = refresher.join(keyId);
        boolean inTime = await(joined, keyId, deadline);
        if (inTime && joined.isPresent() && !joined.get().round().keyId().equals(keyId)) {
            // That one was not started for us: it may have been answered just before the key was published.
            inTime = await(refresher.join(keyId), keyId, deadline);
        }
        Optional<RSAPublicKey> key = knownKey(keyId);
        if (key.isPresent()) {
            return new Lookup.Found(key.get());
        }
        return inTime && refresher.knowsAllKeys()
                ? new Lookup.Unknown()
                : new Lookup.Unavailable(refresher.untilNextFetch());
    }

    /** A caller who began the fetch waits for it, and so do all others while there are no keys to serve anyone with. */
    private boolean await(Optional<Joined> joined, String keyId, long deadline) {
        if (joined.isEmpty()) {
            return true;
        }
        FetchRound round = joined.get().round();
        Duration left = Duration.ofNanos(deadline - ticker.getAsLong());
        return joined.get().isBegunByCaller() || !refresher.hasKeys()
                ? round.await(left)
                : waitingRoom.await(round, keyId, left, () -> refresher.hasKey(keyId));
    }

    /** Begins the first fetch without waiting for a caller, nor for its end. */
    void start() {
        refresher.start();
    }

    /** Waits for the fetch that was begun. Tells why it failed; empty if it did not. */
    Optional<String> awaitStart() {
        boolean inTime =
                refresher.underWay().map(round -> round.await(longestWait)).orElse(true);
        String error = inTime ? state().lastError() : "no complete answer in time";
        return error.isEmpty() ? Optional.empty() : Optional.of(error);
    }

    /** For operators. */
    KeyState state() {
        return refresher.state();
    }

    @Override
    public void close() {
        refresher.close();
    }
}
