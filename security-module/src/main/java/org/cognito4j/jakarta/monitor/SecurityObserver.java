package org.cognito4j.jakarta.monitor;

import org.cognito4j.AccessToken;
import org.cognito4j.Denial;
import org.cognito4j.KeyListener;
import org.cognito4j.RejectionReason;

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

    /**
     * A check of the application has denied a token. Unless this is implemented it is any refusal.
     *
     * @param denial what the check has said
     * @param nanos how long that took to find out
     */
    default void denied(Denial denial, long nanos) {
        refused(RejectionReason.DENIED_BY_APPLICATION.code(), nanos);
    }
}
