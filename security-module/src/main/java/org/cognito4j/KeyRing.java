package org.cognito4j;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.cognito4j.net.RefreshThread;
import org.jspecify.annotations.Nullable;

/**
 * The keys of one pool, kept fresh in the background.
 *
 * <p>A key that is at hand is found by one volatile read: no lock, no I/O. The first fetch is made for the first
 * caller; from then on keys are refreshed ahead of their time, and used on while the publisher is away, up to a
 * ceiling. All fetches of a ring run on one thread, so there is never more than one under way, and callers who need it
 * wait for that one.
 */
final class KeyRing implements AutoCloseable {

    private static final Logger LOG = System.getLogger("org.cognito4j.keys");

    private static final Snapshot EMPTY = new Snapshot(Map.of(), Instant.MIN, 0);

    private final String pool;
    private final KeySetSource source;
    private final RefreshPolicy policy;
    private final RefreshThread thread;
    private final InstantSource clock;
    private final LongSupplier ticker;

    private volatile Snapshot snapshot = EMPTY;

    private final ReentrantLock lock = new ReentrantLock();
    // Guarded by the lock.
    private @Nullable CompletableFuture<Void> round;
    private boolean concluded;
    private int failures;
    private long nextOnDemand;
    private long plan;
    private boolean closed;

    /** What a ring knows of a key. */
    sealed interface Lookup {

        /** The key is published. */
        record Found(RSAPublicKey key) implements Lookup {}

        /** The pool publishes no usable key of that id. */
        record Unknown() implements Lookup {}

        /** Nobody can tell. */
        record Unavailable(Duration retryAfter) implements Lookup {}
    }

    /** The keys as they were fetched; empty at first. Its age counts by whichever clock went further. */
    private record Snapshot(Map<String, RSAPublicKey> keys, Instant fetchedAt, long fetchedTick) {

        boolean isUsable(Instant now, long tick, Duration ceiling) {
            return !keys.isEmpty() && tick - fetchedTick < ceiling.toNanos() && now.isBefore(fetchedAt.plus(ceiling));
        }
    }

    /**
     * A ring without keys yet.
     *
     * @param pool names the ring in logs
     * @param ticker a monotonic clock in nanoseconds, for waiting; {@code clock} is the wall clock, for ages
     */
    KeyRing(
            String pool,
            KeySetSource source,
            RefreshPolicy policy,
            RefreshThread thread,
            InstantSource clock,
            LongSupplier ticker) {
        this.pool = pool;
        this.source = source;
        this.policy = policy;
        this.thread = thread;
        this.clock = clock;
        this.ticker = ticker;
        this.nextOnDemand = ticker.getAsLong();
    }

    /** The key, if it is at hand. Never waits. */
    Optional<RSAPublicKey> knownKey(String keyId) {
        Snapshot current = snapshot;
        return isUsable(current) ? Optional.ofNullable(current.keys().get(keyId)) : Optional.empty();
    }

    /** The key, for which a fetch may be started or waited for: at most as long as one fetch may take. */
    Lookup keyFor(String keyId) {
        Optional<CompletableFuture<Void>> awaited = joinRound();
        if (awaited.isPresent()) {
            await(awaited.get());
        }
        Optional<RSAPublicKey> key = knownKey(keyId);
        if (key.isPresent()) {
            return new Lookup.Found(key.get());
        }
        lock.lock();
        try {
            boolean certain = concluded && failures == 0 && isUsable(snapshot);
            return certain ? new Lookup.Unknown() : new Lookup.Unavailable(untilNextFetch());
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        CompletableFuture<Void> last;
        lock.lock();
        try {
            closed = true;
            snapshot = EMPTY;
            last = round;
            round = null;
        } finally {
            lock.unlock();
        }
        thread.close();
        if (last != null) {
            last.complete(null);
        }
    }

    private boolean isUsable(Snapshot candidate) {
        return candidate.isUsable(
                clock.instant(), ticker.getAsLong(), policy.times().staleFor());
    }

    /** Starts a fetch if one is due, and tells whom to wait for. Nobody waits for a publisher that just failed. */
    private Optional<CompletableFuture<Void>> joinRound() {
        lock.lock();
        try {
            if (round == null && !closed && ticker.getAsLong() - nextOnDemand >= 0) {
                start(Duration.ZERO);
            }
            return failures == 0 ? Optional.ofNullable(round) : Optional.empty();
        } finally {
            lock.unlock();
        }
    }

    /** Called with the lock held. Whatever was planned before is void. */
    private void start(Duration delay) {
        long mine = ++plan;
        if (delay.isZero()) {
            round = new CompletableFuture<>();
        }
        try {
            thread.runAfter(delay, () -> run(mine));
        } catch (RejectedExecutionException e) {
            round = null; // closed in the meantime
        }
    }

    private void run(long mine) {
        lock.lock();
        try {
            if (mine != plan || closed) {
                return;
            }
            if (round == null) {
                round = new CompletableFuture<>();
            }
        } finally {
            lock.unlock();
        }
        try {
            conclude(source.fetch());
        } catch (KeySetUnavailable e) {
            conclude(e);
        } catch (RuntimeException | Error e) {
            // Whatever it is, the round has to end: others wait for it, and the next one is planned at its end.
            conclude(new KeySetUnavailable("unexpected " + e.getClass().getSimpleName()));
        }
    }

    private void conclude(KeySetSource.Fetched fetched) {
        boolean recovered;
        lock.lock();
        try {
            if (closed) {
                return;
            }
            snapshot = new Snapshot(fetched.keys(), clock.instant(), ticker.getAsLong());
            recovered = failures > 0;
            failures = 0;
            endRound(RefreshPolicy.BETWEEN_FETCHES_FOR_UNKNOWN_KEYS, policy.afterSuccess(fetched.maxAge()));
        } finally {
            lock.unlock();
        }
        LOG.log(
                recovered ? Level.INFO : Level.DEBUG,
                "Keys of user pool {0} fetched: {1}",
                pool,
                fetched.keys().size());
    }

    private void conclude(KeySetUnavailable failure) {
        boolean first;
        boolean usable = isUsable(snapshot);
        lock.lock();
        try {
            if (closed) {
                return;
            }
            failures++;
            first = failures == 1;
            Duration pause = usable
                    ? RefreshPolicy.BETWEEN_FETCHES_FOR_UNKNOWN_KEYS
                    : RefreshPolicy.BETWEEN_FETCHES_WITHOUT_KEYS;
            Duration asked = policy.bounded(failure.retryAfter());
            endRound(pause.compareTo(asked) >= 0 ? pause : asked, policy.afterFailure(failures, failure.retryAfter()));
        } finally {
            lock.unlock();
        }
        LOG.log(
                first ? Level.WARNING : Level.DEBUG,
                "Keys of user pool {0} could not be fetched: {1}; {2}",
                pool,
                failure.getMessage(),
                usable ? "the last ones stay in use" : "callers get 503 until they can");
    }

    /** Called with the lock held. */
    private void endRound(Duration onDemandPause, Duration untilNext) {
        CompletableFuture<Void> ended = round;
        round = null;
        concluded = true;
        nextOnDemand = ticker.getAsLong() + onDemandPause.toNanos();
        start(untilNext);
        if (ended != null) {
            ended.complete(null);
        }
    }

    /** Called with the lock held. */
    private Duration untilNextFetch() {
        Duration wait = Duration.ofNanos(nextOnDemand - ticker.getAsLong());
        return wait.compareTo(Duration.ofSeconds(1)) < 0 ? Duration.ofSeconds(1) : wait;
    }

    private void await(CompletableFuture<Void> awaited) {
        try {
            awaited.get(policy.times().fetchTimeout().plusMillis(100).toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            // The caller finds no key then, which says it all.
        }
    }
}
