package org.cognito4j;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A place of an application's own from which its policy comes while it runs: a database, AWS AppConfig, a JCache, a bus. Its settings are
 * those of a policy file, and decide before all other places.
 *
 * <p>An implementation is a CDI bean, best {@code @ApplicationScoped}, or a service of {@link java.util.ServiceLoader} in the application;
 * at most one may be there, and neither {@code cognito.policy-file} nor {@code cognito.policy-url} beside it. It is read when the
 * application starts, every {@code cognito.policy-interval} from then on, and when it says so itself, see {@link #onChange}. Threads of the
 * module call it, without a request, and wait ten seconds at most. What it throws, and a call that takes longer, leaves the last good policy
 * in force, and is reported like a policy file that cannot be read; at the start it ends the deployment, unless {@code cognito.policy-copy}
 * has a copy of the last good policy.
 *
 * <p>Each filter with settings of its own reads the policy for itself: from another object of a service's class, and from the same bean. A
 * bean has to be thread-safe therefore, and to keep all callbacks.
 */
public interface PolicySource {

    /**
     * Reads the policy as it is now.
     *
     * @param knownVersion the version that was returned last; empty if none is known, so that the whole policy is needed
     * @return the policy; empty only if its version still is the known one
     * @throws Exception if it cannot be read. Only the class of the exception is logged
     */
    Optional<PolicyText> read(String knownVersion) throws Exception;

    /**
     * Takes a callback after the start. Calling it makes the module read the policy at once, in its own thread; it may be called at
     * any time, from any thread, and returns at once. Must not wait. Does nothing by default: the policy is polled.
     *
     * @param read the callback
     */
    default void onChange(Runnable read) {}

    /**
     * Ends what {@link #onChange} has begun, when the application ends. The module waits one second at most. Does nothing by default.
     *
     * @throws Exception of any kind, which has no effect
     */
    default void close() throws Exception {}

    /**
     * A policy and its version.
     *
     * @param version differs from that of every other policy, for example a counter, a hash, or the instant of the last change; compared
     *     exactly, in no order. Empty if there is none
     * @param text a properties file, as {@code cognito.policy-file} has it, its last line included
     */
    record PolicyText(String version, String text) {

        /**
         * A policy from single settings. It is taken with the first look, as it cannot be cut short.
         *
         * @param version differs from that of every other policy
         * @param settings texts by whole key, for example {@code cognito.clients."1example23456789".denied}
         * @return the policy
         */
        public static PolicyText of(String version, Map<String, String> settings) {
            return new PolicyText(version, PolicyProperties.sealed(new TreeMap<>(settings)));
        }
    }
}
