package org.cognito4j.jakarta.monitor;

import jakarta.enterprise.inject.spi.BeanManager;
import java.time.Duration;
import org.cognito4j.AccessToken;
import org.cognito4j.UserPool;
import org.cognito4j.jakarta.decision.SecurityDecision;
import org.cognito4j.jakarta.decision.SecurityObserver;

/** Fires CDI events to an application's observers. Where nobody observes a kind, only the first one is made. */
public final class CdiEvents implements SecurityObserver {

    private final BeanManager beans;
    private final Kind accepted = new Kind();
    private final Kind refused = new Kind();

    /** Fires events to the observers among an application's beans. */
    public CdiEvents(BeanManager beans) {
        this.beans = beans;
    }

    @Override
    public boolean hearsAccepted() {
        return accepted.mayBeHeard();
    }

    @Override
    public boolean hearsRefused() {
        return refused.mayBeHeard();
    }

    @Override
    public void accepted(AccessToken token, SecurityDecision decision) {
        accepted.fire(new CallerAccepted(token, decision));
    }

    @Override
    public void refused(SecurityDecision decision) {
        refused.fire(new CallerRefused(decision));
    }

    @Override
    public void refreshed(UserPool userPool, int keys, Duration took) {
        beans.getEvent().fire(new KeysRefreshed(userPool, keys, took));
    }

    @Override
    public void failed(UserPool userPool, String cause, Duration took) {
        beans.getEvent().fire(new KeysFailing(userPool, cause, took));
    }

    @Override
    public void policyChanged(long version, String origin) {
        beans.getEvent().fire(new PolicyChanged(version, origin));
    }

    @Override
    public void policyFailing(String origin, String problem) {
        beans.getEvent().fire(new PolicyFailing(origin, problem));
    }

    /** Events of which there may be thousands a second. Observers are known when an application has started. */
    private final class Kind {

        private volatile boolean isUnheard;

        boolean mayBeHeard() {
            return !isUnheard;
        }

        void fire(Object event) {
            if (beans.resolveObserverMethods(event).isEmpty()) {
                isUnheard = true;
            } else {
                beans.getEvent().fire(event);
            }
        }
    }
}
