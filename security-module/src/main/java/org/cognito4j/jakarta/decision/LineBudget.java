package org.cognito4j.jakarta.decision;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * How many lines a log gets in a second. Each cause of each client has its first line in each second, so that no flood hides another
 * client's line; beyond that all of them share a few. Lines that are held back are counted for their cause. Thread-safe.
 */
final class LineBudget {

    /** The result of {@link #take} for a line that must not be written. */
    static final long HELD_BACK = -1;

    private static final long SECOND = 1_000_000_000L;

    /** Callers choose neither codes nor clients, so this is a bound against mistakes. */
    private static final int MOST_CAUSES = 5_000;

    private static final Cause ANY_OTHER = new Cause("", "");

    private final LongSupplier ticker;
    private final int linesPerSecond;
    private final AtomicLong second = new AtomicLong(Long.MIN_VALUE);
    private final AtomicLong lines = new AtomicLong();
    private final Map<Cause, Lines> byCause = new ConcurrentHashMap<>();

    /**
     * A budget of which nothing is taken.
     *
     * @param ticker a monotonic clock in nanoseconds
     * @param linesPerSecond how many lines all causes share; each cause has one line even where the others have taken all
     */
    LineBudget(LongSupplier ticker, int linesPerSecond) {
        this.ticker = ticker;
        this.linesPerSecond = linesPerSecond;
    }

    /** Why a line is written, and about whom. */
    private record Cause(String code, String client) {}

    /** The lines of one cause. */
    private static final class Lines {

        private final AtomicLong lastSecond = new AtomicLong(Long.MIN_VALUE);
        private final AtomicLong heldBack = new AtomicLong();
    }

    /**
     * Takes a line.
     *
     * @param client a word for the client, of which there are not arbitrarily many
     * @return how many lines of this cause were held back before it, or {@link #HELD_BACK}
     */
    long take(String code, String client) {
        Lines own = linesOf(new Cause(code, client));
        long now = Math.floorDiv(ticker.getAsLong(), SECOND);
        long before = second.get();
        if (now != before && second.compareAndSet(before, now)) {
            lines.set(0);
        }
        boolean hasRoom = lines.incrementAndGet() <= linesPerSecond;
        long last = own.lastSecond.get();
        boolean isFirst = now != last && own.lastSecond.compareAndSet(last, now);
        if (isFirst || hasRoom) {
            return own.heldBack.getAndSet(0);
        }
        own.heldBack.incrementAndGet();
        return HELD_BACK;
    }

    private Lines linesOf(Cause cause) {
        Lines known = byCause.get(cause);
        if (known != null) {
            return known;
        }
        return byCause.computeIfAbsent(byCause.size() < MOST_CAUSES ? cause : ANY_OTHER, one -> new Lines());
    }

    /** Returns how many lines are held back and not yet counted in another line, which counts them. */
    long takeHeldBack() {
        return byCause.values().stream()
                .mapToLong(own -> own.heldBack.getAndSet(0))
                .sum();
    }
}
