package org.cognito4j.client;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.cognito4j.client.TokenAnswer.Failed;
import org.cognito4j.client.TokenAnswer.Granted;
import org.cognito4j.client.TokenAnswer.Pending;
import org.cognito4j.net.RefreshThread;
import org.jspecify.annotations.Nullable;

/**
 * One token, kept alive.
 *
 * <p>A usable token is found by one volatile read. All requests run on one thread, so there is never more than one
 * under way, and callers who need its token wait for that one. As long as the token in hand is usable, renewals and
 * their repetitions happen in the background; without one, only callers cause requests, and none before the pause after
 * a failure is over.
 */
final class TokenCache implements AutoCloseable {

    private static final Logger LOG = System.getLogger("org.cognito4j.client");
    private static final Failure CLOSED = new Failure("closed", false);

    private final String name;
    private final TokenIssuer issuer;
    private final RenewalPolicy policy;
    private final RefreshThread thread;
    private final InstantSource clock;
    private final LongSupplier ticker;
    private final LongAdder hits = new LongAdder();

    private volatile @Nullable HeldToken held;

    private final ReentrantLock lock = new ReentrantLock();
    // Guarded by the lock.
    private @Nullable CompletableFuture<HeldToken> round;
    private final Attempts attempts;
    private long plan;
    private Optional<Instant> nextRenewal = Optional.empty();
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
        this.name = name;
        this.issuer = issuer;
        this.policy = policy;
        this.thread = thread;
        this.clock = clock;
        this.ticker = ticker;
        this.attempts = new Attempts(policy, ticker.getAsLong());
    }

    /** The token, if one is at hand. Never waits. */
    Optional<String> known() {
        HeldToken current = held;
        if (current == null || !isUsable(current)) {
            return Optional.empty();
        }
        hits.increment();
        return Optional.of(current.text());
    }

    /** The token at hand, or the one that a request brings. */
    CompletableFuture<HeldToken> next() {
        lock.lock();
        try {
            HeldToken current = held;
            return current != null && isUsable(current) ? CompletableFuture.completedFuture(current) : join(null);
        } finally {
            lock.unlock();
        }
    }

    /** The token that comes after a refused one; the same again if that one is not to be replaced now. */
    CompletableFuture<HeldToken> after(String refused) {
        lock.lock();
        try {
            HeldToken current = held;
            if (current == null || !isUsable(current)) {
                return join(null);
            }
            if (!current.text().equals(refused)) {
                return CompletableFuture.completedFuture(current);
            }
            if (round == null && !attempts.mayForce(current, ticker.getAsLong())) {
                return CompletableFuture.completedFuture(current);
            }
            return join(refused);
        } finally {
            lock.unlock();
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
                    nextRenewal,
                    usable.map(HeldToken::usableUntil),
                    attempts.lastFailure().map(Failure::code));
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        CompletableFuture<HeldToken> last;
        lock.lock();
        try {
            closed = true;
            held = null;
            nextRenewal = Optional.empty();
            last = round;
            round = null;
        } finally {
            lock.unlock();
        }
        thread.close();
        if (last != null) {
            last.completeExceptionally(new TokenRequestFailed(CLOSED));
        }
    }

    private boolean isUsable(HeldToken candidate) {
        return candidate.isUsable(clock.instant(), ticker.getAsLong());
    }

    /** Called with the lock held. Nobody asks, and nobody waits, before the pause after a failure is over. */
    private CompletableFuture<HeldToken> join(@Nullable String refused) {
        if (closed) {
            return CompletableFuture.failedFuture(new TokenRequestFailed(CLOSED));
        }
        if (round != null) {
            return round;
        }
        Optional<Failure> pausing = attempts.pausingFor(ticker.getAsLong());
        if (pausing.isPresent()) {
            return CompletableFuture.failedFuture(new TokenRequestFailed(pausing.get()));
        }
        CompletableFuture<HeldToken> started = new CompletableFuture<>();
        round = started;
        plan(Duration.ZERO, refused);
        return started;
    }

    /** Called with the lock held. Whatever was planned before is void. */
    private void plan(Duration delay, @Nullable String refused) {
        long mine = ++plan;
        nextRenewal = Optional.of(clock.instant().plus(delay));
        try {
            thread.runAfter(delay, () -> run(mine, refused));
        } catch (RejectedExecutionException e) {
            nextRenewal = Optional.empty(); // closed in the meantime
        }
    }

    private void run(long mine, @Nullable String refused) {
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
        TokenAnswer answer;
        try {
            answer = issuer.issue(refused);
        } catch (RuntimeException | Error e) {
            // Whatever it is, the round has to end: others wait for it, and the next one is planned at its end.
            LOG.log(
                    Level.ERROR,
                    "Asking for a token failed with {0}",
                    e.getClass().getName());
            answer = new Failed(new Failure("internal-error", true));
        }
        conclude(answer, refused);
    }

    private void conclude(TokenAnswer answer, @Nullable String refused) {
        if (answer instanceof Granted granted) {
            HeldToken fresh = new HeldToken(granted, clock.instant(), ticker.getAsLong());
            if (isUsable(fresh)) {
                conclude(granted, fresh);
            } else {
                conclude(new Failure("expired-on-arrival", true));
            }
        } else if (answer instanceof Failed failed) {
            conclude(failed.failure());
        } else if (answer instanceof Pending pending) {
            postpone(pending.pause(), refused);
        }
    }

    private void postpone(Duration pause, @Nullable String refused) {
        lock.lock();
        try {
            if (!closed) {
                plan(pause, refused);
            }
        } finally {
            lock.unlock();
        }
    }

    private void conclude(Granted granted, HeldToken fresh) {
        CompletableFuture<HeldToken> ended;
        boolean recovered;
        lock.lock();
        try {
            if (closed) {
                return;
            }
            ended = endRound();
            held = fresh;
            recovered = attempts.lastFailure().isPresent();
            attempts.succeeded();
            Duration pause = policy.untilRenewal(granted, clock.instant());
            if (clock.instant().plus(pause).isBefore(fresh.usableUntil())) {
                plan(pause, null);
            }
        } finally {
            lock.unlock();
        }
        ended.complete(fresh);
        LOG.log(recovered ? Level.INFO : Level.DEBUG, "Token for {0} obtained", name);
    }

    private void conclude(Failure failure) {
        CompletableFuture<HeldToken> ended;
        Duration pause;
        boolean first;
        boolean usable;
        lock.lock();
        try {
            if (closed) {
                return;
            }
            ended = endRound();
            first = attempts.lastFailure().isEmpty();
            pause = attempts.failed(failure, ticker.getAsLong());
            HeldToken current = held;
            usable = current != null && isUsable(current);
            if (usable) {
                plan(pause, null);
            }
        } finally {
            lock.unlock();
        }
        ended.completeExceptionally(new TokenRequestFailed(failure.withRetryAfter(pause)));
        LOG.log(
                first ? Level.WARNING : Level.DEBUG,
                "Token for {0} not obtained: {1}. {2}; {3}",
                name,
                failure.code(),
                failure.hint(),
                usable ? "the last one stays in use" : "callers fail until it is");
    }

    /** Called with the lock held. A round that is concluded is never null, for it was there when it ran. */
    private CompletableFuture<HeldToken> endRound() {
        CompletableFuture<HeldToken> ended = round == null ? new CompletableFuture<>() : round;
        round = null;
        nextRenewal = Optional.empty();
        return ended;
    }
}
