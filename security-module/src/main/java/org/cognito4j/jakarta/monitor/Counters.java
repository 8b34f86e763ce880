package org.cognito4j.jakarta.monitor;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.LongAdder;
import org.cognito4j.AccessToken;
import org.cognito4j.UserPool;
import org.cognito4j.jakarta.decision.RefusalCode;
import org.cognito4j.jakarta.decision.SecurityDecision;
import org.cognito4j.jakarta.decision.SecurityObserver;

/** Counts, without locks and without allocating. Thread-safe. */
final class Counters implements SecurityObserver {

    private final LongAdder accepted = new LongAdder();
    private final LongAdder keyRefreshes = new LongAdder();
    private final LongAdder keyFailures = new LongAdder();
    private final LongAdder policyProblems = new LongAdder();

    /** Complete from the start and never changed, so it may be read without a lock. */
    private final Map<String, LongAdder> refused = new HashMap<>();

    Counters() {
        RefusalCode.all().forEach(code -> refused.put(code, new LongAdder()));
    }

    /** It counts without records. */
    @Override
    public boolean hearsAccepted() {
        return false;
    }

    @Override
    public boolean hearsRefused() {
        return false;
    }

    @Override
    public void accepted(AccessToken token, SecurityDecision decision) {}

    @Override
    public void refused(SecurityDecision decision) {}

    void countAccepted() {
        accepted.increment();
    }

    void countRefused(String code) {
        refused.get(code).increment();
    }

    @Override
    public void refreshed(UserPool userPool, int keys, Duration took) {
        keyRefreshes.increment();
    }

    @Override
    public void failed(UserPool userPool, String cause, Duration took) {
        keyFailures.increment();
    }

    @Override
    public void policyFailing(String origin, String problem) {
        policyProblems.increment();
    }

    long accepted() {
        return accepted.sum();
    }

    long refused() {
        return refused.values().stream().mapToLong(LongAdder::sum).sum();
    }

    /** How often for one of the codes. */
    long refused(String code) {
        return refused.get(code).sum();
    }

    long keyRefreshes() {
        return keyRefreshes.sum();
    }

    long keyFailures() {
        return keyFailures.sum();
    }

    long policyProblems() {
        return policyProblems.sum();
    }

    /** How often for each code, where that is not never. */
    Map<String, Long> refusedByReason() {
        Map<String, Long> times = new TreeMap<>();
        refused.forEach((code, count) -> times.put(code, count.sum()));
        times.values().removeIf(count -> count == 0);
        return times;
    }
}
