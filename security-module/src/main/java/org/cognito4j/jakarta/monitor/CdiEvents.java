package org.cognito4j.jakarta.monitor;

import jakarta.enterprise.inject.spi.BeanManager;
import java.time.Duration;
import java.util.Optional;
import org.cognito4j.AccessToken;
import org.cognito4j.Denial;
import org.cognito4j.RejectionReason;
import org.cognito4j.UserPool;

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
    public void accepted(AccessToken token, long nanos) {
        if (accepted.mayBeHeard()) {
            accepted.fire(new CallerAccepted(token, Duration.ofNanos(nanos)));
        }
    }

    @Override
    public void refused(String code, long nanos) {
        if (refused.mayBeHeard()) {
            refused.fire(new CallerRefused(code, Duration.ofNanos(nanos)));
        }
    }

    @Override
    public void denied(Denial denial, long nanos) {
        if (refused.mayBeHeard()) {
            refused.fire(new CallerRefused(
                    RejectionReason.DENIED_BY_APPLICATION.code(), Duration.ofNanos(nanos), Optional.of(denial)));
        }
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
