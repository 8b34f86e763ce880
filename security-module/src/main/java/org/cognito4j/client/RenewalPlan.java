package org.cognito4j.client;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;
import org.cognito4j.net.FetchSchedule;
import org.cognito4j.net.Quietly;
import org.cognito4j.net.RefreshThread;

/**
 * When a {@link TokenCache} asks next. It notes a renewal that could not be planned, for example because no thread could be started, so
 * that a later call plans it. No method throws. Not thread-safe, apart from {@link #isLost}: guarded by the lock of the cache.
 */
final class RenewalPlan implements AutoCloseable {

    private final FetchSchedule schedule;
    private final InstantSource clock;
    private final LongSupplier ticker;
    private Optional<Instant> next = Optional.empty();
    private volatile boolean lost;
    private long lostTick;

    RenewalPlan(RefreshThread thread, InstantSource clock, LongSupplier ticker) {
        this.schedule = new FetchSchedule(thread, ticker);
        this.clock = clock;
        this.ticker = ticker;
    }

    /** Plans a request that callers wait for, and says whether that was possible. Whatever was planned before is void. */
    boolean request(Duration delay, LongConsumer request) {
        boolean planned = schedule.plan(delay, request);
        next = Optional.empty();
        lost = false;
        if (planned) {
            Quietly.run(() -> next = Optional.of(clock.instant().plus(delay)));
        }
        return planned;
    }

    /** Plans a request in the background. */
    void renewal(Duration delay, LongConsumer request) {
        if (!request(delay, request)) {
            lose();
        }
    }

    /** Leaves the renewal to a later call. */
    void lose() {
        lost = true;
        Quietly.run(() -> lostTick = ticker.getAsLong());
    }

    /** Whether a renewal could not be planned. */
    boolean isLost() {
        return lost;
    }

    /** Plans the lost renewal again, unless that failed a moment ago. */
    void retry(LongConsumer request) {
        if (lost && ticker.getAsLong() - lostTick >= RenewalPolicy.BETWEEN_RENEWALS.toNanos()) {
            renewal(schedule.untilNext(), request);
        }
    }

    boolean isCurrent(long plan) {
        return schedule.isCurrent(plan);
    }

    /** When the next request is planned, if it is. */
    Optional<Instant> next() {
        return next;
    }

    /** Notes that what was planned is done. */
    void done() {
        next = Optional.empty();
    }

    /** Gives up a thread that does not come back. */
    void restart() {
        Quietly.run(schedule::restart);
    }

    @Override
    public void close() {
        next = Optional.empty();
        schedule.close();
    }
}
