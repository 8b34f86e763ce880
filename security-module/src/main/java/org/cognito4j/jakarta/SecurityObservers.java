package org.cognito4j.jakarta;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.cognito4j.AccessToken;
import org.cognito4j.UserPool;

/** Several observers as one. What one of them throws keeps neither the others nor the request from going on. */
final class SecurityObservers implements SecurityObserver {

    private static final Logger LOG = System.getLogger("org.cognito4j");

    private final SecurityObserver[] all;
    private final AtomicBoolean hasFailed = new AtomicBoolean();

    SecurityObservers(List<SecurityObserver> all) {
        this.all = all.toArray(SecurityObserver[]::new);
    }

    @Override
    public void accepted(AccessToken token, long nanos) {
        for (SecurityObserver observer : all) {
            try {
                observer.accepted(token, nanos);
            } catch (RuntimeException | LinkageError e) {
                failed(e);
            }
        }
    }

    @Override
    public void refused(String code, long nanos) {
        for (SecurityObserver observer : all) {
            try {
                observer.refused(code, nanos);
            } catch (RuntimeException | LinkageError e) {
                failed(e);
            }
        }
    }

    @Override
    public void refreshed(UserPool userPool, int keys, Duration took) {
        for (SecurityObserver observer : all) {
            try {
                observer.refreshed(userPool, keys, took);
            } catch (RuntimeException | LinkageError e) {
                failed(e);
            }
        }
    }

    @Override
    public void failed(UserPool userPool, String cause, Duration took) {
        for (SecurityObserver observer : all) {
            try {
                observer.failed(userPool, cause, took);
            } catch (RuntimeException | LinkageError e) {
                failed(e);
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
