package org.cognito4j.jakarta.monitor;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.cognito4j.AccessToken;
import org.cognito4j.Denial;
import org.cognito4j.UserPool;
import org.cognito4j.net.QuietLog;

/** Several observers as one. What one of them throws keeps neither the others nor the request from going on. */
final class SecurityObservers implements SecurityObserver {

    private static final Logger LOG = QuietLog.of("org.cognito4j");

    private final SecurityObserver[] all;
    private final AtomicBoolean hasFailed = new AtomicBoolean();

    SecurityObservers(List<SecurityObserver> all) {
        this.all = all.toArray(SecurityObserver[]::new);
    }

    @Override
    public void accepted(AccessToken token, long nanos) {
        tell(observer -> observer.accepted(token, nanos));
    }

    @Override
    public void refused(String code, long nanos) {
        tell(observer -> observer.refused(code, nanos));
    }

    @Override
    public void denied(Denial denial, long nanos) {
        tell(observer -> observer.denied(denial, nanos));
    }

    @Override
    public void refreshed(UserPool userPool, int keys, Duration took) {
        tell(observer -> observer.refreshed(userPool, keys, took));
    }

    @Override
    public void failed(UserPool userPool, String cause, Duration took) {
        tell(observer -> observer.failed(userPool, cause, took));
    }

    @Override
    public void policyChanged(long version, String origin) {
        tell(observer -> observer.policyChanged(version, origin));
    }

    @Override
    public void policyFailing(String origin, String problem) {
        tell(observer -> observer.policyFailing(origin, problem));
    }

    private void tell(Consumer<SecurityObserver> event) {
        for (SecurityObserver observer : all) {
            try {
                event.accept(observer);
            } catch (Throwable failure) { // an Error as well: a decision does not depend on who hears of it
                failed(failure);
            }
        }
    }

    /** Told once: it would be so for each request. The message may quote the token, so only the kind is told. */
    private void failed(Throwable failure) {
        if (hasFailed.compareAndSet(false, true)) {
            LOG.log(
                    Level.WARNING,
                    "An observer of security events failed with {0}",
                    failure.getClass().getName());
        }
    }
}
