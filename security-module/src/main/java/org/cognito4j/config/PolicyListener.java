package org.cognito4j.config;

/** Hears of changes of the policy, in a thread of the module. */
public interface PolicyListener {

    /**
     * A new policy is in force.
     *
     * @param origin where it came from
     */
    void changed(String origin);

    /**
     * The origin has no usable policy, and the last good one stays.
     *
     * @param origin where it should come from
     * @param problem why not, in a clause whose subject is the origin
     */
    void failing(String origin, String problem);
}
