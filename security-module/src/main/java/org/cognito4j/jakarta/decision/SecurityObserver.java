package org.cognito4j.jakarta.decision;

import org.cognito4j.AccessToken;
import org.cognito4j.KeyListener;

/** Observes what the module decides, in the thread of the request. */
public interface SecurityObserver extends KeyListener {

    /**
     * Returns whether accepted callers are of interest now. Where no observer is interested, no record is made.
     *
     * @return whether {@link #accepted} has an effect
     */
    boolean hearsAccepted();

    /**
     * Returns whether refusals are of interest now.
     *
     * @return whether {@link #refused} has an effect
     */
    boolean hearsRefused();

    /**
     * Observes that a token is acceptable.
     *
     * @param token the token
     * @param decision the record
     */
    void accepted(AccessToken token, SecurityDecision decision);

    /**
     * Observes that a request goes no further.
     *
     * @param decision the record, whose code is one of {@link RefusalCode}
     */
    void refused(SecurityDecision decision);

    /**
     * Observes that another policy is in force.
     *
     * @param version of the policy
     * @param origin where it came from
     */
    default void policyChanged(long version, String origin) {}

    /**
     * Observes that a policy cannot be used, and the last good one stays.
     *
     * @param origin where it should come from
     * @param problem why not
     */
    default void policyFailing(String origin, String problem) {}
}
