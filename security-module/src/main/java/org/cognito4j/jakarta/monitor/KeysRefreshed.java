package org.cognito4j.jakarta.monitor;

import java.time.Duration;
import org.cognito4j.UserPool;

/**
 * A CDI event: a pool's keys were fetched. Fired in the module's thread, without a request, to synchronous observers.
 *
 * @param userPool the pool
 * @param keys how many usable keys it has
 * @param took how long the fetch took
 */
public record KeysRefreshed(UserPool userPool, int keys, Duration took) {}
