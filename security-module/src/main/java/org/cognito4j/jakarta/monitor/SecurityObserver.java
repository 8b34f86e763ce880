package org.cognito4j.jakarta.monitor;

import org.cognito4j.AccessToken;
import org.cognito4j.KeyListener;

/** Hears of what the module decides, in the thread of the request. */
public interface SecurityObserver extends KeyListener {

    /**
     * A token is acceptable.
     *
     * @param nanos how long that took to find out
     */
    void accepted(AccessToken token, long nanos);

    /**
     * A request goes no further.
     *
     * @param code one of {@link RefusalCode}
     * @param nanos how long that took to find out; 0 if no token was judged for it
     */
    void refused(String code, long nanos);

    /**
     * Another policy is in force.
     *
     * @param version of the policy
     * @param origin where it came from
     */
    default void policyChanged(long version, String origin) {}

    /**
     * A policy cannot be used, and the last good one stays.
     *
     * @param origin where it should come from
     * @param problem why not
     */
    default void policyFailing(String origin, String problem) {}
}
