package org.cognito4j.client;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.cognito4j.client.TokenAnswer.Failed;
import org.cognito4j.client.TokenAnswer.Granted;
import org.cognito4j.client.TokenAnswer.Pending;
import org.cognito4j.net.Quietly;
import org.cognito4j.net.RefreshThread;
import org.jspecify.annotations.Nullable;

/**
 * One token, kept alive.
 *
 * <p>A usable token is found by one volatile read. All requests run on one thread, so there is never more than one
 * under way, and callers who need its token wait for that one. As long as the token in hand is usable, renewals and
 * their repetitions happen in the background; without one, only callers cause requests, and none before the pause after
 * a failure is over.
 *
 * <p>A round that was begun always ends: by its answer, by whatever is thrown on the way to it, by the failure to start a thread for it,
 * or by the next caller who finds it older than a round may become.
 */
final class TokenCache implements AutoCloseable {

    private final TokenIssuer issuer;
    private final RenewalPolicy policy;
    private final RenewalPlan plan;
    private final InstantSource clock;
    private final LongSupplier ticker;
    private final RenewalLog log;
    private final LongAdder hits = new LongAdder();
    private final Queue<Runnable> ends = new ConcurrentLinkedQueue<>();

    private volatile @Nullable HeldToken held;

    private final ReentrantLock lock = new ReentrantLock();
    // Guarded by the lock.
    private @Nullable TokenRound round;
    private final Attempts attempts;
    private boolean closed;

    /**
     * A cache without a token yet.
     *
     * @param name names the cache in logs
     * @param ticker a monotonic clock in nanoseconds, for waiting; {@code clock} is the wall clock, for ages
     */
    TokenCache(
            String name,
            TokenIssuer issuer,
            RenewalPolicy policy,
            RefreshThread thread,
            InstantSource clock,
            LongSupplier ticker) {
        this.issuer = issuer;
        this.policy = policy;
        this.plan = new RenewalPlan(thread, clock, ticker);
        this.clock = clock;
        this.ticker = ticker;
        this.log = new RenewalLog(name);
        this.attempts = new Attempts(policy, ticker.getAsLong());
    }

    /** The token, if one is at hand. Never waits. */
    Optional<String> known() {
        HeldToken current = held;
        if (current == null || !isUsable(current)) {
            return Optional.empty();
        }
        if (plan.isLost()) {
            Quietly.run(this::planLostRenewal);
        }
        hits.increment();
        return Optional.of(current.text());
    }

    /** The token at hand, or the one that a request brings. */
    CompletableFuture<HeldToken> next() {
        lock.lock();
        try {
            HeldToken current = held;
            return current != null && isUsable(current)
                    ? CompletableFuture.completedFuture(current)
                    : join(null, ticker.getAsLong());
        } finally {
            lock.unlock();
            settle();
        }
    }

    /** The token that comes after a refused one; the same again if that one is not to be replaced now. */
    CompletableFuture<HeldToken> after(String refused) {
        lock.lock();
        try {
            HeldToken current = held;
            long now = ticker.getAsLong();
            if (current == null || !isUsable(current)) {
                return join(null, now);
            }
            if (!current.text().equals(refused)) {
                return CompletableFuture.completedFuture(current);
            }
            if (round == null && !attempts.mayForce(current, now)) {
                return CompletableFuture.completedFuture(current);
            }
            return join(refused, now);
        } finally {
            lock.unlock();
            settle();
        }
    }

    TokenStatistics statistics(long requests, long failedRequests) {
        lock.lock();
        try {
            Optional<HeldToken> usable = Optional.ofNullable(held).filter(this::isUsable);
            return new TokenStatistics(
                    requests,
                    hits.sum(),
                    failedRequests,
                    plan.next(),
                    usable.map(HeldToken::usableUntil),
                    attempts.lastFailure().map(Failure::code));
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        TokenRound last;
        lock.lock();
        try {
            closed = true;
            held = null;
            last = round;
            round = null;
        } finally {
            lock.unlock();
        }
        plan.close();
        log.close();
        if (last != null) {
            last.end().completeExceptionally(new TokenRequestFailed(Failure.CLOSED));
        }
    }

    private boolean isUsable(HeldToken candidate) {
        return candidate.isUsable(clock.instant(), ticker.getAsLong());
    }

    /** Called with the lock held. No caller asks or waits before the pause after a failure is over. */
    private CompletableFuture<HeldToken> join(@Nullable String refused, long now) {
        if (closed) {
            return CompletableFuture.failedFuture(new TokenRequestFailed(Failure.CLOSED));
        }
        if (round != null && round.isStale(now)) {
            plan.restart();
            fail(Failure.NO_ANSWER);
        }
        if (round != null) {
            return round.end();
        }
        Optional<Failure> pausing = attempts.pausingFor(now);
        if (pausing.isPresent()) {
            return CompletableFuture.failedFuture(new TokenRequestFailed(pausing.get()));
        }
        TokenRound begun = new TokenRound(now);
        round = begun;
        if (!plan.request(Duration.ZERO, number -> run(number, refused))) {
            fail(Failure.NO_THREAD);
        }
        return begun.end();
    }

    private void planLostRenewal() {
        lock.lock();
        try {
            if (!closed && round == null) {
                plan.retry(this::renew);
            }
        } finally {
            lock.unlock();
        }
    }

    private void renew(long number) {
        run(number, null);
    }

    private void run(long number, @Nullable String refused) {
        TokenRound mine = null;
        try {
            mine = enter(number);
            if (mine != null) {
                conclude(mine, issuer.issue(refused), refused);
            }
        } catch (Throwable thrown) { // whatever it is, the round has to end: callers wait for it
            failOpenRound(number, mine, thrown);
        } finally {
            settle();
        }
    }

    /** The round whose request is to be made now; null if this plan is void. */
    private @Nullable TokenRound enter(long number) {
        lock.lock();
        try {
            if (!plan.isCurrent(number) || closed) {
                return null;
            }
            if (round == null) {
                round = new TokenRound(ticker.getAsLong());
            }
            return round;
        } finally {
            lock.unlock();
        }
    }

    private void conclude(TokenRound mine, TokenAnswer answer, @Nullable String refused) {
        lock.lock();
        try {
            if (closed || round != mine) {
                return;
            }
            if (answer instanceof Granted granted) {
                take(granted, clock.instant(), ticker.getAsLong());
            } else if (answer instanceof Failed failed) {
                fail(failed.failure());
            } else if (answer instanceof Pending pending
                    && !plan.request(pending.pause(), again -> run(again, refused))) {
                fail(Failure.NO_THREAD);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Called with the lock held, while there is a round. What may throw comes before the round has ended. */
    private void take(Granted granted, Instant now, long tick) {
        HeldToken fresh = new HeldToken(granted, now, tick);
        boolean again = granted.isDated() && fresh.isSameAs(held);
        if (again) {
            fresh = fresh.notBeyond(held);
        }
        if (!fresh.isUsable(now, tick)) {
            fail(Failure.EXPIRED);
            return;
        }
        Duration pause;
        if (again || granted.isSpent()) {
            log.failed(Failure.NEARLY_EXPIRED, true, attempts.lastFailure().isEmpty());
            pause = attempts.spent(Failure.NEARLY_EXPIRED, Duration.between(now, fresh.usableUntil()), tick);
        } else {
            pause = policy.untilRenewal(granted, now);
            log.obtained(attempts.lastFailure().isPresent());
            attempts.succeeded();
        }
        boolean renewable = now.plus(pause).isBefore(fresh.usableUntil());
        HeldToken taken = fresh;
        held = taken;
        end(end -> end.complete(taken));
        if (renewable) {
            plan.renewal(pause, this::renew);
        }
    }

    private void failOpenRound(long number, @Nullable TokenRound failed, Throwable thrown) {
        lock.lock();
        try {
            if (!closed && (failed == null ? plan.isCurrent(number) : failed == round)) {
                log.threw(thrown);
                fail(Failure.INTERNAL);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Called with the lock held. Ends the round, if there is one, whatever else fails. */
    private void fail(Failure failure) {
        Failure told = failure;
        Duration pause = Duration.ZERO;
        boolean usable = false;
        try {
            boolean first = attempts.lastFailure().isEmpty();
            pause = attempts.failed(failure, ticker.getAsLong());
            told = failure.withRetryAfter(pause);
            HeldToken current = held;
            usable = current != null && isUsable(current);
            log.failed(failure, usable, first);
        } catch (Throwable thrown) { // by a clock: a later call renews then
            plan.lose();
            log.threw(thrown);
        }
        TokenRequestFailed reason = new TokenRequestFailed(told);
        end(end -> end.completeExceptionally(reason));
        if (usable) {
            plan.renewal(pause, this::renew);
        }
    }

    /** Called with the lock held. Callers are let go when it is released. */
    private void end(Consumer<CompletableFuture<HeldToken>> outcome) {
        TokenRound ended = round;
        round = null;
        plan.done();
        if (ended != null) {
            ends.add(() -> outcome.accept(ended.end()));
        }
    }

    /** Called without the lock: lets callers go and writes log lines. */
    private void settle() {
        for (Runnable end = ends.poll(); end != null; end = ends.poll()) {
            Quietly.run(end);
        }
        log.write();
    }
}
