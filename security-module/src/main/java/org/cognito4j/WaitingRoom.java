package org.cognito4j;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/**
 * Bounds how many threads of the server wait for a fetch that another caller caused. A rotation makes a few callers wait for a
 * key that then comes; a flood of made-up key ids would make all of the server's threads wait for nothing.
 *
 * <p>Sixteen callers may wait to the end of the fetch, and any further one for a quarter of a second. Once eight callers
 * have waited in vain within ten seconds, only four may wait and the others are turned away at once, until no caller has
 * waited in vain for a minute. Thread-safe.
 */
final class WaitingRoom {

    static final int SEATS = 16;
    static final int SEATS_IN_A_FLOOD = 4;
    static final Duration WITHOUT_A_SEAT = Duration.ofMillis(250);
    static final int VAIN_WAITS_OF_A_FLOOD = 8;
    static final Duration COUNTED_FOR = Duration.ofSeconds(10);
    static final Duration REMEMBERED_FOR = Duration.ofMinutes(1);

    private final LongSupplier ticker;
    private final AtomicInteger seated = new AtomicInteger();

    // Guarded by this.
    private int vainWaits;
    private long countedFrom;
    private boolean flooded;
    private long floodedUntil;

    /**
     * An empty room.
     *
     * @param ticker a monotonic clock in nanoseconds
     */
    WaitingRoom(LongSupplier ticker) {
        this.ticker = ticker;
        this.countedFrom = ticker.getAsLong();
    }

    /**
     * Waits for the end of a fetch, if there is room.
     *
     * @param atMost the longest wait of a caller with a seat
     * @param isServed asked after the wait: whether the fetch brought what the caller needs
     * @return whether the fetch ended while the caller waited
     */
    boolean await(FetchRound round, Duration atMost, BooleanSupplier isServed) {
        boolean flood = isFlooded();
        boolean hasSeat = seated.incrementAndGet() <= (flood ? SEATS_IN_A_FLOOD : SEATS);
        try {
            boolean ended = round.await(hasSeat ? atMost : standing(flood, atMost));
            if (!isServed.getAsBoolean()) {
                countVainWait();
            }
            return ended;
        } finally {
            seated.decrementAndGet();
        }
    }

    private static Duration standing(boolean flood, Duration atMost) {
        Duration wait = flood ? Duration.ZERO : WITHOUT_A_SEAT;
        return wait.compareTo(atMost) < 0 ? wait : atMost;
    }

    private synchronized boolean isFlooded() {
        flooded &= ticker.getAsLong() - floodedUntil < 0;
        return flooded;
    }

    private synchronized void countVainWait() {
        long now = ticker.getAsLong();
        if (now - countedFrom >= COUNTED_FOR.toNanos()) {
            countedFrom = now;
            vainWaits = 0;
        }
        vainWaits++;
        if (vainWaits >= VAIN_WAITS_OF_A_FLOOD) {
            flooded = true;
            floodedUntil = now + REMEMBERED_FOR.toNanos();
        }
    }
}
