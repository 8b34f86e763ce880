package org.cognito4j;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.cognito4j.KeySnapshot.Origin;
import org.cognito4j.net.RefreshThread;
import org.jspecify.annotations.Nullable;

/**
 * Decides when a {@link KeyRing}'s keys are fetched, and holds what the last good fetch brought. All fetches run on one
 * thread; a plan for the next one is always in place once there was a first.
 */
final class KeyRefresher implements AutoCloseable {

    private static final Logger LOG = System.getLogger("org.cognito4j.keys");

    private static final Duration LEAST_RETRY_AFTER = Duration.ofSeconds(1);

    private final UserPool pool;
    private final KeySetSource source;
    private final RefreshPolicy policy;
    private final RefreshThread thread;
    private final InstantSource clock;
    private final LongSupplier ticker;

    private volatile KeySnapshot snapshot;

    private final ReentrantLock lock = new ReentrantLock();
    // Guarded by the lock, as are the writes to the snapshot.
    private final FetchBudget budget;
    private @Nullable FetchRound round;
    private int failures;
    private String lastError = "";
    private long earliestOnDemand;
    private long plan;
    private long plannedTick;
    private boolean closed;

    KeyRefresher(
            UserPool pool,
            KeySetSource source,
            KeySnapshot initial,
            RefreshPolicy policy,
            RefreshThread thread,
            InstantSource clock,
            LongSupplier ticker) {
        this.pool = pool;
        this.source = source;
        this.snapshot = initial;
        this.policy = policy;
        this.thread = thread;
        this.clock = clock;
        this.ticker = ticker;
        this.earliestOnDemand = ticker.getAsLong();
        this.budget = new FetchBudget(earliestOnDemand);
    }

    /** The key, if it is at hand. */
    Optional<RSAPublicKey> knownKey(String keyId) {
        KeySnapshot current = snapshot;
        return isUsable(current) ? Optional.ofNullable(current.keys().get(keyId)) : Optional.empty();
    }

    /** Whether a key is in use under that id. It stays the same object for as long as it is published. */
    boolean holds(String keyId, RSAPublicKey key, Instant now) {
        KeySnapshot current = snapshot;
        return current.keys().get(keyId) == key && current.isUsable(now, ticker.getAsLong());
    }

    /** Starts a fetch if one may be, and tells whom to wait for. Nobody waits for a publisher that just failed. */
    Optional<FetchRound> join(String keyId) {
        lock.lock();
        try {
            if (closed || knownKey(keyId).isPresent()) {
                return Optional.empty();
            }
            long now = ticker.getAsLong();
            if (round == null && now - earliestOnDemand >= 0) {
                if (!isUsable(snapshot)) {
                    budget.charge(now);
                    begin(new FetchRound(keyId, false, now));
                } else if (budget.pays(keyId, now)) {
                    begin(new FetchRound(keyId, true, now));
                }
            }
            return failures == 0 ? Optional.ofNullable(round) : Optional.empty();
        } finally {
            lock.unlock();
        }
    }

    /** Begins the first fetch. */
    void start() {
        lock.lock();
        try {
            if (plan == 0 && !closed) {
                long now = ticker.getAsLong();
                budget.charge(now);
                begin(new FetchRound("", false, now));
            }
        } finally {
            lock.unlock();
        }
    }

    /** The fetch that is under way, if there is one. */
    Optional<FetchRound> underWay() {
        lock.lock();
        try {
            return Optional.ofNullable(round);
        } finally {
            lock.unlock();
        }
    }

    /** Whether a key that is not at hand is nobody's: the publisher's last answer was good, and is in use. */
    boolean knowsAllKeys() {
        lock.lock();
        try {
            return failures == 0 && snapshot.origin() == Origin.PUBLISHED && isUsable(snapshot);
        } finally {
            lock.unlock();
        }
    }

    /** The time until a caller may cause a fetch. */
    Duration untilNextFetch() {
        lock.lock();
        try {
            Duration wait = Duration.ofNanos(earliestOnDemand - ticker.getAsLong());
            return wait.compareTo(LEAST_RETRY_AFTER) < 0 ? LEAST_RETRY_AFTER : wait;
        } finally {
            lock.unlock();
        }
    }

    KeyState state() {
        lock.lock();
        try {
            long tick = ticker.getAsLong();
            Duration age = snapshot.age(clock.instant(), tick);
            boolean waiting = plan > 0 && round == null && !closed;
            Duration next = waiting ? Duration.ofNanos(Math.max(0, plannedTick - tick)) : Duration.ZERO;
            return new KeyState(pool, status(age), snapshot.keys().keySet(), age, lastError, next);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        FetchRound last;
        lock.lock();
        try {
            closed = true;
            snapshot = KeySnapshot.EMPTY;
            last = round;
            round = null;
        } finally {
            lock.unlock();
        }
        thread.close();
        source.close();
        if (last != null) {
            last.end().complete(null);
        }
    }

    private boolean isUsable(KeySnapshot candidate) {
        return candidate.isUsable(clock.instant(), ticker.getAsLong());
    }

    private KeyState.Status status(Duration age) {
        return switch (snapshot.origin()) {
            case NONE -> KeyState.Status.MISSING;
            case PINNED -> isUsable(snapshot) ? KeyState.Status.PINNED : KeyState.Status.EXPIRED;
            case PUBLISHED -> {
                boolean fresh = age.compareTo(policy.times().refreshInterval()) <= 0;
                KeyState.Status inUse = fresh ? KeyState.Status.FRESH : KeyState.Status.STALE;
                yield isUsable(snapshot) ? inUse : KeyState.Status.EXPIRED;
            }
        };
    }

    /** Called with the lock held. */
    private void begin(FetchRound next) {
        round = next;
        plan(Duration.ZERO);
    }

    /** Called with the lock held. Whatever was planned before is void. */
    private void plan(Duration delay) {
        long mine = ++plan;
        plannedTick = ticker.getAsLong() + delay.toNanos();
        thread.runAfter(delay, () -> run(mine));
    }

    private void run(long mine) {
        Duration timeout;
        lock.lock();
        try {
            if (mine != plan || closed) {
                return;
            }
            if (round == null) {
                long now = ticker.getAsLong();
                budget.charge(now);
                round = new FetchRound("", false, now);
            }
            timeout = policy.timeout(isUsable(snapshot), failures);
        } finally {
            lock.unlock();
        }
        try {
            conclude(source.fetch(timeout));
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
            long now = ticker.getAsLong();
            Duration ceiling = policy.times().staleFor();
            snapshot = snapshot.replacedBy(fetched.keys(), clock.instant(), now, ceiling);
            recovered = failures > 0;
            failures = 0;
            lastError = "";
            earliestOnDemand = now;
            if (round.paid() && fetched.keys().containsKey(round.keyId())) {
                budget.giveBack(round.keyId());
            }
            endRound(policy.afterSuccess(fetched.maxAge()));
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
        boolean usable = isUsable(snapshot);
        boolean first;
        lock.lock();
        try {
            if (closed) {
                return;
            }
            failures++;
            first = failures == 1;
            lastError = failure.getMessage();
            earliestOnDemand = earliestOnDemandAfter(failure, usable);
            budget.forget(round.keyId());
            endRound(policy.afterFailure(failures, failure.retryAfter()));
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

    /** Called with the lock held. With keys in hand it is the budget that limits fetches for unknown ones. */
    private long earliestOnDemandAfter(KeySetUnavailable failure, boolean keysInHand) {
        long asked = ticker.getAsLong() + policy.bounded(failure.retryAfter()).toNanos();
        long spaced = round.startTick() + RefreshPolicy.BETWEEN_FETCHES_WITHOUT_KEYS.toNanos();
        return keysInHand || asked - spaced > 0 ? asked : spaced;
    }

    /** Called with the lock held. */
    private void endRound(Duration untilNext) {
        FetchRound ended = round;
        round = null;
        plan(untilNext);
        ended.end().complete(null);
    }
}
