package org.cognito4j;

import java.time.Duration;

/**
 * Is told of each fetch of a pool's keys. Called on a thread of the pool's own, one call at a time. What it throws is ignored; a
 * listener that hangs delays a fetch by a second once and misses calls. Called by several pools at once.
 */
public interface KeyListener {

    /**
     * Keys came.
     *
     * @param userPool whose keys
     * @param keys how many usable ones, at least 1
     * @param took how long the fetch took
     */
    void refreshed(UserPool userPool, int keys, Duration took);

    /**
     * Keys did not come. Those in hand stay in use up to their ceiling.
     *
     * @param userPool whose keys
     * @param cause why, for operators
     * @param took how long the fetch took
     */
    void failed(UserPool userPool, String cause, Duration took);
}
