package org.cognito4j.client;

import java.time.Duration;
import java.time.Instant;
import java.util.function.DoubleSupplier;
import org.cognito4j.client.TokenAnswer.Granted;

/**
 * When the next token is asked for. All waiting times are jittered, so that a fleet does not ask in step.
 *
 * @param random a number from 0 (inclusive) to 1 (exclusive) at each call
 */
record RenewalPolicy(DoubleSupplier random) {

    /** A wrong setting does not become right by asking, and each request is billed. */
    static final Duration BETWEEN_HOPELESS_REQUESTS = Duration.ofSeconds(30);

    /** An API that refuses every token must not turn into as many token requests. */
    static final Duration BETWEEN_FORCED_RENEWALS = Duration.ofSeconds(30);

    /** Tokens too short-lived to be renewed at this distance are asked for when they are needed. */
    static final Duration BETWEEN_RENEWALS = Duration.ofSeconds(10);

    private static final double EARLIEST = 0.75;
    private static final double LATEST = 0.80;
    private static final Duration FIRST_BACKOFF = Duration.ofSeconds(1);
    private static final Duration LAST_BACKOFF = Duration.ofMinutes(1);
    private static final Duration MOST_RETRY_AFTER = Duration.ofMinutes(5);

    /** The age at which a token of some lifetime is first renewed. */
    static Duration earliestRenewal(Duration lifetime) {
        return Duration.ofNanos((long) (lifetime.toNanos() * EARLIEST));
    }

    /** Whether so much of a token's life is over that it would be due for renewal. */
    static boolean isSpent(Granted granted) {
        return granted.wholeLife()
                .filter(whole -> granted.lifetime().compareTo(whole.minus(earliestRenewal(whole))) <= 0)
                .isPresent();
    }

    /** From now to 75-80 % of the token's life, as AWS advises. */
    Duration untilRenewal(Granted granted, Instant now) {
        Instant due = granted.issuedAt().plus(scaled(granted.lifetime(), EARLIEST, LATEST));
        return longer(Duration.between(now, due), BETWEEN_RENEWALS);
    }

    /** After the given number of failures in a row: doubled each time, or what the endpoint asks for. */
    Duration afterFailure(int failures, TokenFailure failure) {
        Duration asked = shorter(failure.retryAfter().orElse(Duration.ZERO), MOST_RETRY_AFTER);
        if (!failure.retryable()) {
            return longer(scaled(BETWEEN_HOPELESS_REQUESTS, 1.0, 1.25), asked);
        }
        int doublings = Math.min(failures - 1, 10);
        Duration backoff = shorter(FIRST_BACKOFF.multipliedBy(1L << doublings), LAST_BACKOFF);
        return longer(scaled(backoff, 0.5, 1.0), asked);
    }

    private Duration scaled(Duration duration, double least, double most) {
        return Duration.ofNanos((long) (duration.toNanos() * (least + (most - least) * random.getAsDouble())));
    }

    private static Duration longer(Duration a, Duration b) {
        return a.compareTo(b) >= 0 ? a : b;
    }

    private static Duration shorter(Duration a, Duration b) {
        return a.compareTo(b) <= 0 ? a : b;
    }
}
