package org.cognito4j.jakarta.monitor;

import java.time.Duration;
import org.cognito4j.UserPool;

/**
 * A CDI event: a pool's keys could not be fetched; those in hand stay in use up to their ceiling. Fired for each failed
 * attempt, in the module's thread, without a request, to synchronous observers.
 *
 * @param userPool the pool
 * @param cause why, for operators
 * @param took how long the attempt took
 */
public record KeysFailing(UserPool userPool, String cause, Duration took) {}
