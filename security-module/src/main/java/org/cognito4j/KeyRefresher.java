package org.cognito4j;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.cognito4j.KeySnapshot.Origin;
import org.cognito4j.net.FetchSchedule;
import org.cognito4j.net.RefreshThread;
import org.jspecify.annotations.Nullable;

/**
 * Decides when a {@link KeyRing}'s keys are fetched, and holds what the last good fetch brought. All fetches run on one
 * thread. The end of each fetch plans the next one; where that plan was not kept (the machine was suspended, or no thread could
 * be started) the next token begins the fetch.
 *
 * <p>A round that was begun always ends: by its fetch, by the failure to start one, or by the next caller who finds it older than
 * a fetch may become.
 */
final class KeyRefresher implements AutoCloseable {

    private final UserPool pool;
    private final KeySetSource source;
    private final RefreshPolicy policy;
    private final FetchSchedule schedule;
    private final InstantSource clock;
    private final LongSupplier ticker;
    private final FetchLog log;

    private volatile KeySnapshot snapshot;
    private volatile @Nullable FetchRound round;

    private final ReentrantLock lock = new ReentrantLock();
    // Guarded by the lock, as are the writes to the snapshot and the round.
    private final FetchHistory history;
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
        this.schedule = new FetchSchedule(thread, ticker);
        this.clock = clock;
        this.ticker = ticker;
        this.log = new FetchLog(pool);
        this.history = new FetchHistory(policy, ticker.getAsLong());
    }

    KeySnapshot snapshot() {
        return snapshot;
    }

    /** Whether the key is at hand, without waiting for anything. */
    boolean hasKey(String keyId) {
        return snapshot.keys().containsKey(keyId) && hasKeys();
    }

    /** Whether there are keys to use, without waiting for anything. */
    boolean hasKeys() {
        KeySnapshot current = snapshot;
        Instant now = clock.instant();
        long tick = ticker.getAsLong();
        return current.isUsable(now, tick) && !current.isOverdue(now, tick, policy.grace());
    }

    /** Begins the fetch that is due, unless one is under way; empty if none could be begun. */
    Optional<FetchRound> beginDue() {
        lock.lock();
        try {
            endStaleRound();
            if (round == null && !closed && snapshot.isDue(clock.instant(), ticker.getAsLong())) {
                beginRefresh();
            }
            return Optional.ofNullable(round);
        } finally {
            lock.unlock();
            log.writeOn(schedule);
        }
    }

    /** A fetch that somebody can wait for. */
    record Joined(FetchRound round, boolean isBegunByCaller) {}

    /** Starts a fetch if one may be, and tells whom to wait for. Nobody waits for a publisher that just failed. */
    Optional<Joined> join(String keyId) {
        lock.lock();
        try {
            if (closed || hasKey(keyId)) {
                return Optional.empty();
            }
            endStaleRound();
            long now = ticker.getAsLong();
            boolean inHand = hasKeys();
            boolean begun = round == null && history.paysFor(keyId, inHand, now);
            if (begun) {
                begin(new FetchRound(keyId, inHand, now));
            }
            return history.failures() == 0 && round != null ? Optional.of(new Joined(round, begun)) : Optional.empty();
        } finally {
            lock.unlock();
            log.writeOn(schedule);
        }
    }

    /** Begins the first fetch. */
    void start() {
        lock.lock();
        try {
            if (schedule.isEmpty() && !closed) {
                beginRefresh();
            }
        } finally {
            lock.unlock();
            log.writeOn(schedule);
        }
    }

    /** The fetch that is under way, if there is one. */
    Optional<FetchRound> underWay() {
        return Optional.ofNullable(round);
    }

    /** Whether a key that is not at hand is nobody's: the publisher's last answer was good, and is in use. */
    boolean knowsAllKeys() {
        lock.lock();
        try {
            return history.failures() == 0 && snapshot.origin() == Origin.PUBLISHED && hasKeys();
        } finally {
            lock.unlock();
        }
    }

    /** The time until a caller may cause a fetch. */
    Duration untilNextFetch() {
        lock.lock();
        try {
            return history.untilNext(ticker.getAsLong());
        } finally {
            lock.unlock();
        }
    }

    KeyState state() {
        lock.lock();
        try {
            boolean waiting = !schedule.isEmpty() && round == null && !closed;
            Duration next = waiting ? schedule.untilNext() : Duration.ZERO;
            Instant now = clock.instant();
            long tick = ticker.getAsLong();
            KeyState.Status status = snapshot.status(now, tick, policy.times().refreshInterval());
            return new KeyState(
                    pool,
                    status,
                    snapshot.keys().keySet(),
                    snapshot.age(now, tick),
                    history.lastError(),
                    next,
                    history.failures(),
                    history.failingFor(tick));
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
        schedule.close();
        source.close();
        if (last != null) {
            last.end().complete(null);
        }
    }

    /** Called with the lock held. */
    private void beginRefresh() {
        long now = ticker.getAsLong();
        history.charge(now);
        begin(new FetchRound("", false, now));
    }

    /** Called with the lock held. */
    private void begin(FetchRound next) {
        round = next;
        if (!schedule.plan(Duration.ZERO, this::run)) {
            fail(new KeySetUnavailable("no thread could be started"));
        }
    }

    /** Called with the lock held. A fetch far beyond its deadline hangs in foreign code: it gets another thread. */
    private void endStaleRound() {
        FetchRound current = round;
        if (current != null
                && ticker.getAsLong() - current.startTick() > policy.grace().toNanos()) {
            schedule.restart();
            fail(new KeySetUnavailable("no end of the fetch"));
        }
    }

    private void run(long plan) {
        FetchRound fetch = null;
        try {
            fetch = enter(plan);
            if (fetch != null) {
                succeed(fetch, source.fetch(policy.timeout(hasKeys(), history.failures())));
            }
        } catch (KeySetUnavailable failure) {
            failOpenRound(fetch, failure);
        } catch (Throwable failure) { // the round has to end all the same: callers wait for it
            failOpenRound(
                    fetch,
                    new KeySetUnavailable("unexpected " + failure.getClass().getSimpleName()));
        }
    }

    /** The round whose fetch is to be made now; null if this plan is void. */
    private @Nullable FetchRound enter(long plan) {
        lock.lock();
        try {
            if (!schedule.isCurrent(plan) || closed) {
                return null;
            }
            if (round == null) {
                long now = ticker.getAsLong();
                history.charge(now);
                round = new FetchRound("", false, now);
            }
            return round;
        } finally {
            lock.unlock();
        }
    }

    private void succeed(FetchRound fetch, KeySetSource.Fetched fetched) {
        lock.lock();
        try {
            if (closed || round != fetch) {
                return;
            }
            Duration fresh = policy.freshFor(fetched.maxAge());
            Duration untilNext = policy.aheadOf(fresh);
            Moment now = now();
            snapshot = snapshot.replacedBy(fetched.keys(), now, policy.times().staleFor(), fresh);
            boolean recovered = history.succeeded(fetch, fetched.keys().keySet(), now.tick());
            endRound(untilNext);
            log.fetched(fetched.keys().size(), recovered);
        } finally {
            lock.unlock();
            log.write();
        }
    }

    /** Ends a round, or whichever is open if it is not known which one failed. */
    private void failOpenRound(@Nullable FetchRound failed, KeySetUnavailable failure) {
        lock.lock();
        try {
            if (!closed && round != null && (failed == null || failed == round)) {
                fail(failure);
            }
        } finally {
            lock.unlock();
            log.write();
        }
    }

    /** Called with the lock held, while there is a round. */
    private void fail(KeySetUnavailable failure) {
        FetchRound failed = round;
        boolean usable = snapshot.isUsable(clock.instant(), ticker.getAsLong());
        Moment now = now();
        Duration untilNext = history.failed(failed, failure, usable, now.tick());
        snapshot = snapshot.keptBeyond(now, untilNext.plus(RefreshPolicy.TOLERANCE));
        endRound(untilNext);
        log.failed(failure.getMessage(), usable, history.failures() == 1);
    }

    /** Called with the lock held. Where nothing can be planned, the next token begins the fetch that is then due. */
    private void endRound(Duration untilNext) {
        FetchRound ended = round;
        round = null;
        schedule.plan(untilNext, this::run);
        ended.end().complete(null);
    }

    private Moment now() {
        return new Moment(clock.instant(), ticker.getAsLong());
    }
}
