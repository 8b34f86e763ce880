package org.cognito4j.jakarta.decision;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.cognito4j.AccessToken;
import org.cognito4j.UserPool;
import org.cognito4j.net.QuietLog;

/**
 * Writes decisions to the logger {@code org.cognito4j.audit}, one JSON object a line, see {@link AuditLine}. A decision about a verified
 * token is always written. Of requests whose token is not verified, which cost their sender nothing, no more than some are written each
 * second; the others are counted in the next line of the same reason. Thread-safe.
 */
public final class AuditLog implements SecurityObserver, AutoCloseable {

    private static final Logger LOG = QuietLog.of("org.cognito4j.audit");
    private static final int UNVERIFIED_PER_SECOND = 20;

    private final boolean isOfAll;
    private final LineBudget unverified;

    /**
     * An audit log.
     *
     * @param isOfAll whether accepted callers are written, too
     * @param ticker a monotonic clock in nanoseconds
     */
    public AuditLog(boolean isOfAll, LongSupplier ticker) {
        this.isOfAll = isOfAll;
        this.unverified = new LineBudget(ticker, UNVERIFIED_PER_SECOND);
    }

    @Override
    public boolean hearsAccepted() {
        return isOfAll && LOG.isLoggable(Level.INFO);
    }

    @Override
    public boolean hearsRefused() {
        return LOG.isLoggable(Level.INFO);
    }

    @Override
    public void accepted(AccessToken token, SecurityDecision decision) {
        LOG.log(Level.INFO, AuditLine.of(decision, 0));
    }

    @Override
    public void refused(SecurityDecision decision) {
        long heldBack = decision.caller().isVerified() ? 0 : unverified.take(decision.code(), TokenHolder.UNVERIFIED);
        if (heldBack != LineBudget.HELD_BACK) {
            LOG.log(Level.INFO, AuditLine.of(decision, heldBack));
        }
    }

    @Override
    public void refreshed(UserPool userPool, int keys, Duration took) {}

    @Override
    public void failed(UserPool userPool, String cause, Duration took) {}

    /** Writes how many lines were held back and are in no line yet. */
    @Override
    public void close() {
        long heldBack = unverified.takeHeldBack();
        if (heldBack > 0 && LOG.isLoggable(Level.INFO)) {
            LOG.log(Level.INFO, AuditLine.ofHeldBack(heldBack));
        }
    }
}
