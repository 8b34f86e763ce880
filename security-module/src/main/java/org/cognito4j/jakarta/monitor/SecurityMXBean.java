package org.cognito4j.jakarta.monitor;

import java.util.List;
import java.util.Map;

/**
 * An application's figures over JMX, to be read only, all of them since its start. The name of the bean is {@code
 * org.cognito4j:type=Security,application="<context path>"}, with {@code "/"} for the root; a second application of the
 * same path in this JVM has {@code instance=2} besides.
 */
public interface SecurityMXBean {

    /**
     * Tokens that were accepted.
     *
     * @return their number
     */
    long getAccepted();

    /**
     * Requests that the module refused, whatever the code.
     *
     * @return their number
     */
    long getRefused();

    /**
     * The same by code, as in {@code docs/troubleshooting.md}.
     *
     * @return codes that came up and how often
     */
    Map<String, Long> getRefusedByReason();

    /**
     * Tokens whose verdict was remembered.
     *
     * @return their number
     */
    long getCacheHits();

    /**
     * Tokens that had to be examined.
     *
     * @return their number
     */
    long getCacheMisses();

    /**
     * Fetches that brought keys.
     *
     * @return their number
     */
    long getKeyRefreshes();

    /**
     * Fetches that failed.
     *
     * @return their number
     */
    long getKeyFailures();

    /**
     * The state of each pool's keys, a name of {@link org.cognito4j.KeyState.Status}.
     *
     * @return by pool id
     */
    Map<String, String> getKeyStatus();

    /**
     * The age of each pool's keys in seconds; 0 while there are none.
     *
     * @return by pool id
     */
    Map<String, Long> getKeyAgeSeconds();

    /**
     * How often who may call has changed since the start.
     *
     * @return 1 before the first change, one more after each
     */
    long getPolicyVersion();

    /**
     * Why {@code cognito.policy-file} has no effect, while the last good policy stays.
     *
     * @return an empty text if it has, or if there is none
     */
    String getPolicyProblem();

    /**
     * The resources of the application that ask for nothing, as they were found when it started.
     *
     * @return one line for each
     */
    List<String> getOpenResources();
}
