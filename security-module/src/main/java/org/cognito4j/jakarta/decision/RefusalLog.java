package org.cognito4j.jakarta.decision;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.cognito4j.InvalidSettings;
import org.cognito4j.net.QuietLog;

/**
 * One line for each refusal, and no more than a few a second: a flood of junk must not become a flood of logs. Lines are limited by cause
 * and client, and those that were held back are counted in the next line of the same, or at the end. Failures have a limit of their own,
 * and one stack trace a minute. Thread-safe.
 */
public final class RefusalLog implements AutoCloseable {

    private static final Logger LOG = QuietLog.of("org.cognito4j");
    private static final int LINES_PER_SECOND = 5;
    private static final long MINUTE = 60_000_000_000L;

    private final LongSupplier ticker;
    private final LineBudget refusals;
    private final LineBudget failures;

    /** When the next stack trace may be written, on the ticker's scale counted from its first value. */
    private final AtomicLong nextTrace = new AtomicLong();

    private final long start;

    /**
     * A log that has written nothing yet.
     *
     * @param ticker a monotonic clock in nanoseconds
     */
    public RefusalLog(LongSupplier ticker) {
        this.ticker = ticker;
        this.start = ticker.getAsLong();
        this.refusals = new LineBudget(ticker, LINES_PER_SECOND);
        this.failures = new LineBudget(ticker, LINES_PER_SECOND);
    }

    /**
     * Writes a line, or counts it.
     *
     * @param code why
     * @param client a word for the client, of which there are not arbitrarily many
     * @param decision made only if the line is written
     */
    public void refused(String code, String client, Supplier<SecurityDecision> decision) {
        long heldBack = refusals.take(code, client);
        if (heldBack != LineBudget.HELD_BACK && LOG.isLoggable(Level.INFO)) {
            LOG.log(Level.INFO, withHeldBack("Request refused: " + DecisionText.of(decision.get()), heldBack));
        }
    }

    /** Writes that there is no service which could decide about a request. */
    public void failed(Throwable failure) {
        write(failure, () -> "");
    }

    /**
     * Writes that something failed while a request was decided about. Of a failure only its kind is told, as its message may quote the token.
     * Wrong settings have seen none.
     *
     * @param decision made only if the line is written
     */
    public void failed(Throwable failure, Supplier<SecurityDecision> decision) {
        write(failure, () -> DecisionText.withoutCode(decision.get()));
    }

    private void write(Throwable failure, Supplier<String> facts) {
        long heldBack =
                failures.take(RefusalCode.MODULE_FAILED, failure.getClass().getName());
        if (heldBack == LineBudget.HELD_BACK) {
            return;
        }
        String what = failure instanceof InvalidSettings
                ? failure.getMessage()
                : failure.getClass().getName();
        String line = withHeldBack("Request refused: the module failed with " + what + facts.get(), heldBack);
        if (mayTrace()) {
            LOG.log(Level.ERROR, line, new FailureTrace(failure));
        } else {
            LOG.log(Level.ERROR, line);
        }
    }

    private boolean mayTrace() {
        long now = ticker.getAsLong() - start;
        long next = nextTrace.get();
        return now >= next && nextTrace.compareAndSet(next, now + MINUTE);
    }

    /** Counts what was held back and has been in no line yet: a flood may have been the last that was heard. */
    @Override
    public void close() {
        long heldBack = refusals.takeHeldBack() + failures.takeHeldBack();
        if (heldBack > 0) {
            LOG.log(Level.INFO, "Requests refused: " + heldBack + " more, whose lines were held back");
        }
    }

    private static String withHeldBack(String line, long heldBack) {
        return heldBack == 0 ? line : line + " (" + heldBack + " more lines like this were held back)";
    }
}
