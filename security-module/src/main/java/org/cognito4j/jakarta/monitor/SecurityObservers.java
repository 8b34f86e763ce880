package org.cognito4j.jakarta.monitor;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.cognito4j.AccessToken;
import org.cognito4j.UserPool;
import org.cognito4j.jakarta.decision.SecurityDecision;
import org.cognito4j.jakarta.decision.SecurityObserver;
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
    public boolean hearsAccepted() {
        return anyHears(SecurityObserver::hearsAccepted);
    }

    @Override
    public boolean hearsRefused() {
        return anyHears(SecurityObserver::hearsRefused);
    }

    /** One that fails to answer hears: it is told, and what it throws then has no effect. */
    private boolean anyHears(Predicate<SecurityObserver> question) {
        for (SecurityObserver observer : all) {
            try {
                if (question.test(observer)) {
                    return true;
                }
            } catch (Throwable failure) { // an Error as well
                failed(failure);
                return true;
            }
        }
        return false;
    }

    @Override
    public void accepted(AccessToken token, SecurityDecision decision) {
        tell(observer -> {
            if (observer.hearsAccepted()) {
                observer.accepted(token, decision);
            }
        });
    }

    @Override
    public void refused(SecurityDecision decision) {
        tell(observer -> {
            if (observer.hearsRefused()) {
                observer.refused(decision);
            }
        });
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
