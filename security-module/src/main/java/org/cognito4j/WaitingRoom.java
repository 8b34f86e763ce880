package org.cognito4j;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/**
 * Bounds how many threads of the server wait for a fetch that another caller caused. A rotation makes callers wait for one new
 * key that then comes; a flood of made-up key ids would make all of the server's threads wait for nothing.
 *
 * <p>Callers wait for at most four different keys at once. Sixteen callers may wait to the end of the fetch, and 24 further ones
 * for 150 milliseconds. Once eight callers have waited in vain within ten seconds, only four callers may wait, until no caller has
 * waited in vain for a minute. Everybody else is turned away at once. Thread-safe.
 */
final class WaitingRoom {

    static final int KEYS = 4;
    static final int SEATS = 16;
    static final int PLACES = SEATS + 24;
    static final int SEATS_IN_A_FLOOD = 4;
    static final Duration WITHOUT_A_SEAT = Duration.ofMillis(150);
    static final int VAIN_WAITS_OF_A_FLOOD = 8;
    static final Duration COUNTED_FOR = Duration.ofSeconds(10);
    static final Duration REMEMBERED_FOR = Duration.ofMinutes(1);

    private final LongSupplier ticker;
    private final Duration withoutASeat;

    // Guarded by this.
    private final Map<String, Integer> waitingByKey = new HashMap<>();
    private int waiting;
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
        this(ticker, WITHOUT_A_SEAT);
    }

    WaitingRoom(LongSupplier ticker, Duration withoutASeat) {
        this.ticker = ticker;
        this.withoutASeat = withoutASeat;
        this.countedFrom = ticker.getAsLong();
    }

    /**
     * Waits for the end of a fetch, if there is room.
     *
     * @param keyId the key that the caller needs
     * @param atMost the longest wait of a caller with a seat
     * @param isServed asked after the wait: whether the fetch brought the key
     * @return whether the fetch ended while the caller waited
     */
    boolean await(FetchRound round, String keyId, Duration atMost, BooleanSupplier isServed) {
        Duration wait = enter(keyId, atMost);
        try {
            return round.await(wait);
        } finally {
            leave(keyId, isServed.getAsBoolean());
        }
    }

    private synchronized Duration enter(String keyId, Duration atMost) {
        boolean isNewKey = waitingByKey.merge(keyId, 1, Integer::sum) == 1;
        waiting++;
        if (isNewKey && waitingByKey.size() > KEYS) {
            return Duration.ZERO;
        }
        if (waiting <= (isFlooded() ? SEATS_IN_A_FLOOD : SEATS)) {
            return atMost;
        }
        boolean hasPlace = !isFlooded() && waiting <= PLACES && withoutASeat.compareTo(atMost) < 0;
        return hasPlace ? withoutASeat : Duration.ZERO;
    }

    private synchronized void leave(String keyId, boolean served) {
        waitingByKey.computeIfPresent(keyId, (key, count) -> count == 1 ? null : count - 1);
        waiting--;
        if (!served) {
            countVainWait();
        }
    }

    private boolean isFlooded() {
        flooded &= ticker.getAsLong() - floodedUntil < 0;
        return flooded;
    }

    private void countVainWait() {
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
