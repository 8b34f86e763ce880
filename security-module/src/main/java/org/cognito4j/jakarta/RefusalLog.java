package org.cognito4j.jakarta;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.cognito4j.InvalidSettings;
import org.cognito4j.net.QuietLog;

/**
 * One line for each refusal, by its code alone, and no more than a few a second: a flood of junk must not become a
 * flood of logs. What was held back is counted in the next line, whenever that comes, or at the end. Thread-safe.
 */
public final class RefusalLog implements AutoCloseable {

    private static final Logger LOG = QuietLog.of("org.cognito4j");
    private static final int LINES_PER_SECOND = 5;
    private static final long SECOND = 1_000_000_000L;

    private final LongSupplier ticker;
    private final AtomicLong second = new AtomicLong(Long.MIN_VALUE);
    private final AtomicLong lines = new AtomicLong();
    private final AtomicLong withheld = new AtomicLong();

    /**
     * A log that has written nothing yet.
     *
     * @param ticker a monotonic clock in nanoseconds
     */
    public RefusalLog(LongSupplier ticker) {
        this.ticker = ticker;
    }

    void refused(String code) {
        write(Level.INFO, "Request refused: " + code);
    }

    /** Of a failure only its kind is told, as its message may quote the token. Wrong settings have seen none. */
    public void failed(Throwable failure) {
        String what = failure instanceof InvalidSettings
                ? failure.getMessage()
                : failure.getClass().getName();
        write(Level.ERROR, "Request refused: the module failed with " + what);
    }

    /** Tells what is still untold: a flood may have been the last that was heard. */
    @Override
    public void close() {
        long before = withheld.getAndSet(0);
        if (before > 0) {
            LOG.log(Level.INFO, "Requests refused: " + before + " more, whose lines were held back");
        }
    }

    private void write(Level level, String line) {
        long now = Math.floorDiv(ticker.getAsLong(), SECOND);
        long last = second.get();
        if (now != last && second.compareAndSet(last, now)) {
            lines.set(0);
        }
        if (lines.incrementAndGet() > LINES_PER_SECOND) {
            withheld.incrementAndGet();
            return;
        }
        long before = withheld.getAndSet(0);
        LOG.log(level, before == 0 ? line : line + " (" + before + " more lines like this were held back)");
    }
}
