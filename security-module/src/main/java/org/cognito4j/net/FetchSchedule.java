package org.cognito4j.net;

import java.time.Duration;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;

/** The one fetch, of keys or of a token, that is planned next. Not thread-safe: its owner guards it by a lock. */
public final class FetchSchedule implements AutoCloseable {

    private final RefreshThread thread;
    private final LongSupplier ticker;
    private long number;
    private long plannedTick;

    /**
     * A schedule without a plan.
     *
     * @param thread runs the fetches
     * @param ticker a monotonic clock in nanoseconds
     */
    public FetchSchedule(RefreshThread thread, LongSupplier ticker) {
        this.thread = thread;
        this.ticker = ticker;
    }

    /**
     * Plans the next fetch; the one that was planned before is void. A fetch without a delay is in the trace of the calling thread, since
     * somebody waits for it; any other one is in no trace of a request.
     *
     * @param delay how long to wait, zero for not at all
     * @param fetch gets the number of the plan
     * @return false if nothing could be planned, for example because no thread could be started
     */
    public boolean plan(Duration delay, LongConsumer fetch) {
        long mine = ++number;
        try {
            plannedTick = ticker.getAsLong() + delay.toNanos();
            Runnable task = () -> fetch.accept(mine);
            thread.runAfter(delay, delay.isZero() ? CallerTrace.carry(task) : task);
            return true;
        } catch (Throwable failure) { // "unable to create native thread" is an Error
            return false;
        }
    }

    /**
     * Whether a plan has not been replaced by a later one.
     *
     * @param plan its number
     * @return true for the last plan
     */
    public boolean isCurrent(long plan) {
        return plan == number;
    }

    /**
     * Whether nothing was planned so far.
     *
     * @return true before the first plan
     */
    public boolean isEmpty() {
        return number == 0;
    }

    /**
     * The time until the planned fetch.
     *
     * @return zero if it is late
     */
    public Duration untilNext() {
        return Duration.ofNanos(Math.max(0, plannedTick - ticker.getAsLong()));
    }

    /**
     * Runs a task on the thread that fetches, if it can be started.
     *
     * @param task not a fetch; what it throws is lost
     */
    public void run(Runnable task) {
        Quietly.run(() -> thread.runAfter(Duration.ZERO, task));
    }

    /** Gives up a fetch that does not come back, and its thread. */
    public void restart() {
        thread.restart();
    }

    @Override
    public void close() {
        thread.close();
    }
}
