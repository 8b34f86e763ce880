package org.cognito4j.jakarta.monitor;

import org.cognito4j.TokenVerifier;
import org.cognito4j.config.PolicyListener;
import org.cognito4j.jakarta.decision.SecurityObserver;

/** Passes changes of a verifier's policy on to the observers. */
record PolicyEvents(TokenVerifier verifier, SecurityObserver observer) implements PolicyListener {

    @Override
    public void changed(String origin) {
        observer.policyChanged(verifier.policyVersion(), origin);
    }

    @Override
    public void failing(String origin, String problem) {
        observer.policyFailing(origin, problem);
    }
}
