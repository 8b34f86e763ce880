package org.cognito4j;

import java.time.Duration;

/**
 * How fresh the keys are kept.
 *
 * @param refreshInterval after how long a fetched key set has been fetched again
 * @param staleFor after how long one that could not be fetched again is no longer used
 * @param fetchTimeout how long one fetch may take in all
 */
record KeyTimes(Duration refreshInterval, Duration staleFor, Duration fetchTimeout) {}
