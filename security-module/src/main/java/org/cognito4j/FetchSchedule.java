package org.cognito4j;

import java.time.Duration;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;
import org.cognito4j.net.RefreshThread;

/** The one fetch that is planned next. Not thread-safe: the {@link KeyRefresher} guards it. */
final class FetchSchedule implements AutoCloseable {

    private final RefreshThread thread;
    private final LongSupplier ticker;
    private long number;
    private long plannedTick;

    FetchSchedule(RefreshThread thread, LongSupplier ticker) {
        this.thread = thread;
        this.ticker = ticker;
    }

    /**
     * Plans the next fetch; the one that was planned before is void.
     *
     * @param fetch gets the number of the plan
     * @return false if nothing could be planned, for example because no thread could be started
     */
    boolean plan(Duration delay, LongConsumer fetch) {
        long mine = ++number;
        plannedTick = ticker.getAsLong() + delay.toNanos();
        try {
            thread.runAfter(delay, () -> fetch.accept(mine));
            return true;
        } catch (Throwable failure) { // "unable to create native thread" is an Error
            return false;
        }
    }

    boolean isCurrent(long plan) {
        return plan == number;
    }

    /** Whether nothing was planned so far. */
    boolean isEmpty() {
        return number == 0;
    }

    /** The time until the planned fetch; zero if it is late. */
    Duration untilNext() {
        return Duration.ofNanos(Math.max(0, plannedTick - ticker.getAsLong()));
    }

    /** Gives up a fetch that does not come back, and its thread. */
    void restart() {
        thread.restart();
    }

    @Override
    public void close() {
        thread.close();
    }
}
