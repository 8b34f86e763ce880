package org.cognito4j;

import java.time.Duration;
import java.util.Set;

/**
 * What past fetches say about the next one: whether the last one failed, when a caller may cause one, and what that costs. Not
 * thread-safe: the {@link KeyRefresher} guards it.
 */
final class FetchHistory {

    private static final Duration LEAST_RETRY_AFTER = Duration.ofSeconds(1);

    private final RefreshPolicy policy;
    private final FetchBudget budget;
    private volatile int failures; // read without the guard by the fetch that is next
    private String lastError = "";
    private long failingSince;
    private long earliestOnDemand;

    FetchHistory(RefreshPolicy policy, long now) {
        this.policy = policy;
        this.budget = new FetchBudget(now);
        this.earliestOnDemand = now;
    }

    /** Takes a fetch that is made in any case from the budget. */
    void charge(long now) {
        budget.charge(now);
    }

    /** Whether a caller who looks for a key may cause a fetch; if so it is paid for. */
    boolean paysFor(String keyId, boolean keysInHand, long now) {
        if (now - earliestOnDemand < 0) {
            return false;
        }
        if (keysInHand) {
            return budget.pays(keyId, now);
        }
        budget.charge(now);
        return true;
    }

    /** Returns whether fetches failed before. */
    boolean succeeded(FetchRound fetch, Set<String> keyIds, long now) {
        boolean recovered = failures > 0;
        failures = 0;
        lastError = "";
        earliestOnDemand = now;
        if (fetch.paid() && keyIds.contains(fetch.keyId())) {
            budget.giveBack(fetch.keyId());
        }
        return recovered;
    }

    /** Returns how long to wait before the next fetch. With keys in hand it is the budget that limits fetches for unknown ones. */
    Duration failed(FetchRound fetch, KeySetUnavailable failure, boolean keysInHand, long now) {
        failingSince = failures == 0 ? now : failingSince;
        failures = failures + 1;
        lastError = failure.getMessage();
        long asked = now + policy.bounded(failure.retryAfter()).toNanos();
        long spaced = fetch.startTick() + RefreshPolicy.BETWEEN_FETCHES_WITHOUT_KEYS.toNanos();
        earliestOnDemand = keysInHand || asked - spaced > 0 ? asked : spaced;
        budget.forget(fetch.keyId());
        return policy.afterFailure(failures, failure.retryAfter());
    }

    int failures() {
        return failures;
    }

    String lastError() {
        return lastError;
    }

    /** The time since the first of the fetches that have failed one after another; zero if the last one did not. */
    Duration failingFor(long now) {
        return failures == 0 ? Duration.ZERO : Duration.ofNanos(now - failingSince);
    }

    /** The time until a caller may cause a fetch. */
    Duration untilNext(long now) {
        Duration wait = Duration.ofNanos(earliestOnDemand - now);
        return wait.compareTo(LEAST_RETRY_AFTER) < 0 ? LEAST_RETRY_AFTER : wait;
    }
}
