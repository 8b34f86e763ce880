package org.cognito4j.client;

import java.time.Instant;
import java.util.Optional;

/**
 * What a token source has done so far.
 *
 * @param requests token requests that were sent; each is billed
 * @param hits tokens that were given out without waiting
 * @param failures token requests that failed
 * @param nextRenewal when the next request is planned; empty if the next caller causes it
 * @param usableUntil the last safe second of the token in hand; empty if there is none
 * @param lastFailure the code of the failure since which there was no success
 */
public record TokenStatistics(
        long requests,
        long hits,
        long failures,
        Optional<Instant> nextRenewal,
        Optional<Instant> usableUntil,
        Optional<String> lastFailure) {}
