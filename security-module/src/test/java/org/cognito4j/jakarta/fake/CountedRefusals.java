package org.cognito4j.jakarta.fake;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.cognito4j.AccessToken;
import org.cognito4j.UserPool;
import org.cognito4j.jakarta.decision.SecurityDecision;
import org.cognito4j.jakarta.decision.SecurityObserver;

/** An observer that counts refusals by their codes. */
public class CountedRefusals implements SecurityObserver {

    private final Map<String, Long> byCode = new TreeMap<>();

    private final List<SecurityDecision> records = new ArrayList<>();

    /** Returns how often each code was seen. */
    public Map<String, Long> byCode() {
        return byCode;
    }

    /** Returns the records of refusals in their order. */
    public List<SecurityDecision> records() {
        return records;
    }

    @Override
    public boolean hearsAccepted() {
        return false;
    }

    @Override
    public boolean hearsRefused() {
        return true;
    }

    @Override
    public void accepted(AccessToken token, SecurityDecision decision) {}

    @Override
    public void refused(SecurityDecision decision) {
        records.add(decision);
        byCode.merge(decision.code(), 1L, Long::sum);
    }

    @Override
    public void refreshed(UserPool userPool, int keys, Duration took) {}

    @Override
    public void failed(UserPool userPool, String cause, Duration took) {}
}
