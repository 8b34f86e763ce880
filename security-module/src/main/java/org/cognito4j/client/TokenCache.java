package org.cognito4j.client;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.cognito4j.client.TokenAnswer.Failed;
import org.cognito4j.client.TokenAnswer.Granted;
import org.cognito4j.client.TokenAnswer.Pending;
import org.cognito4j.net.Quietly;
import org.cognito4j.net.RefreshThread;
import org.jspecify.annotations.Nullable;

/**
 * One token, kept alive.
 *
 * <p>A usable token is found by one volatile read. All requests run on one thread, so there is never more than one under way, and callers
 * who need its token wait for that one. As long as the token in hand is usable, renewals and their repetitions happen in the background;
 * without one, only callers cause requests, and none before the pause after a failure is over.
 *
 * <p>A round that was begun always ends: by its answer, by whatever is thrown on the way to it, by the failure to start a thread for it,
 * or by the next caller who finds it older than a round may become.
 */
final class TokenCache implements AutoCloseable {

    private final TokenFetcher fetcher;
    private final RenewalPlan plan;
    private final InstantSource clock;
    private final LongSupplier ticker;
    private final RenewalLog log;
    private final LongAdder hits = new LongAdder();
    private final RoundEnds ends = new RoundEnds();

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
            TokenFetcher fetcher,
            RenewalPolicy policy,
            RefreshThread thread,
            InstantSource clock,
            LongSupplier ticker) {
        this.fetcher = fetcher;
        this.plan = new RenewalPlan(thread, clock, ticker);
        this.clock = clock;
        this.ticker = ticker;
        this.log = new RenewalLog(name);
        this.attempts = new Attempts(policy, ticker.getAsLong());
    }

    /** The token, if one is at hand. Never waits. */
    Optional<String> known() {
        HeldToken current = held;
        if (!isUsable(current)) {
            return Optional.empty();
        }
        if (plan.isLost()) {
            Quietly.run(() -> locked(this::planLostRenewal));
        }
        hits.increment();
        return Optional.of(current.text());
    }

    /** The token at hand, or the one that a request brings. */
    CompletableFuture<HeldToken> next() {
        return settled(() -> {
            HeldToken current = held;
            return isUsable(current) ? CompletableFuture.completedFuture(current) : join(null, ticker.getAsLong());
        });
    }

    /** The token that comes after a refused one; the same again if that one is not to be replaced now. */
    CompletableFuture<HeldToken> after(String refused) {
        return settled(() -> {
            HeldToken current = held;
            long now = ticker.getAsLong();
            if (!isUsable(current)) {
                return join(null, now);
            }
            return current.text().equals(refused) && (round != null || attempts.mayForce(current, now))
                    ? join(refused, now)
                    : CompletableFuture.completedFuture(current);
        });
    }

    TokenStatistics statistics(long requests, long failedRequests) {
        return locked(() -> new TokenStatistics(
                requests,
                hits.sum(),
                failedRequests,
                plan.next(),
                Optional.ofNullable(held).filter(this::isUsable).map(HeldToken::usableUntil),
                attempts.lastFailure().map(TokenFailure::code)));
    }

    @Override
    public void close() {
        locked(() -> {
            closed = true;
            held = null;
            if (round != null) {
                ends.add(round, TokenFailure.CLOSED);
            }
            round = null;
            plan.done();
            return true;
        });
        plan.close();
        ends.letCallersGo();
        log.close();
    }

    private boolean isUsable(@Nullable HeldToken candidate) {
        return candidate != null && candidate.isUsable(clock.instant(), ticker.getAsLong());
    }

    /** Called with the lock held. No caller asks or waits before the pause after a failure is over. */
    private CompletableFuture<HeldToken> join(@Nullable String refused, long now) {
        if (closed) {
            return CompletableFuture.failedFuture(new TokenRequestFailed(TokenFailure.CLOSED));
        }
        if (round != null && round.isStale(now)) {
            plan.restart();
            fail(TokenFailure.NO_ANSWER);
        }
        if (round != null) {
            return round.end();
        }
        Optional<TokenFailure> pausing = attempts.pausingFor(now);
        if (pausing.isPresent()) {
            return CompletableFuture.failedFuture(new TokenRequestFailed(pausing.get()));
        }
        TokenRound begun = new TokenRound(now);
        round = begun;
        if (!plan.request(Duration.ZERO, number -> run(number, refused))) {
            fail(TokenFailure.NO_THREAD);
        }
        return begun.end();
    }

    /** Called with the lock held. */
    private boolean planLostRenewal() {
        if (!closed && round == null) {
            plan.retry(this::renew);
        }
        return plan.isLost();
    }

    private void renew(long number) {
        run(number, null);
    }

    private void run(long number, @Nullable String refused) {
        TokenRound mine = null;
        try {
            mine = locked(() -> enter(number));
            if (mine != null) {
                TokenRound entered = mine;
                TokenAnswer answer = fetcher.fetch(refused);
                locked(() -> conclude(entered, answer, refused));
            }
        } catch (Throwable thrown) { // whatever it is, the round has to end: callers wait for it
            TokenRound failed = mine;
            locked(() -> failOpenRound(number, failed, thrown));
        } finally {
            settle();
        }
    }

    /** Called with the lock held. The round whose request is to be made now; null if this plan is void. */
    private @Nullable TokenRound enter(long number) {
        if (!plan.isCurrent(number) || closed) {
            return null;
        }
        if (round == null) {
            round = new TokenRound(ticker.getAsLong());
        }
        return round;
    }

    /** Called with the lock held. */
    private boolean conclude(TokenRound mine, TokenAnswer answer, @Nullable String refused) {
        if (closed || round != mine) {
            return false;
        }
        if (answer instanceof Granted granted) {
            take(granted, clock.instant(), ticker.getAsLong());
        } else if (answer instanceof Failed failed) {
            fail(failed.failure());
        } else if (answer instanceof Pending pending && !plan.request(pending.pause(), again -> run(again, refused))) {
            fail(TokenFailure.NO_THREAD);
        }
        return true;
    }

    /** Called with the lock held, while there is a round. What may throw comes before the round has ended. */
    private void take(Granted granted, Instant now, long tick) {
        HeldToken fresh = new HeldToken(granted, now, tick);
        boolean again = granted.isDated() && fresh.isSameAs(held);
        if (again) {
            fresh = fresh.notBeyond(held);
        }
        if (!fresh.isUsable(now, tick)) {
            fail(TokenFailure.EXPIRED);
            return;
        }
        boolean good = attempts.lastFailure().isEmpty();
        Duration pause = attempts.granted(granted, fresh, again || RenewalPolicy.isSpent(granted), now, tick);
        log.granted(attempts.lastFailure(), good);
        boolean renewable = now.plus(pause).isBefore(fresh.usableUntil());
        held = fresh;
        ends.add(round, fresh);
        endRound();
        if (renewable) {
            plan.renewal(pause, this::renew);
        }
    }

    /** Called with the lock held. */
    private boolean failOpenRound(long number, @Nullable TokenRound failed, Throwable thrown) {
        boolean isOpen = !closed && (failed == null ? plan.isCurrent(number) : failed == round);
        if (isOpen) {
            log.threw(thrown);
            fail(TokenFailure.INTERNAL);
        }
        return isOpen;
    }

    /** Called with the lock held. Ends the round, if there is one, whatever else fails. */
    private void fail(TokenFailure failure) {
        TokenFailure told = failure;
        Duration pause = Duration.ZERO;
        boolean usable = false;
        try {
            boolean first = attempts.lastFailure().isEmpty();
            pause = attempts.failed(failure, ticker.getAsLong());
            told = failure.withRetryAfter(pause);
            usable = isUsable(held);
            log.failed(failure, usable, first);
        } catch (Throwable thrown) { // by a clock: a later call renews then
            plan.lose();
            log.threw(thrown);
        }
        if (round != null) {
            ends.add(round, told);
        }
        endRound();
        if (usable) {
            plan.renewal(pause, this::renew);
        }
    }

    /** Called with the lock held. */
    private void endRound() {
        round = null;
        plan.done();
    }

    private <T> T locked(Supplier<T> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }

    /** Does work with the lock, lets callers go and writes log lines without it. */
    private <T> T settled(Supplier<T> work) {
        try {
            return locked(work);
        } finally {
            settle();
        }
    }

    private void settle() {
        ends.letCallersGo();
        log.write();
    }
}
