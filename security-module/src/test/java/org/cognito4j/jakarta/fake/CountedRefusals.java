package org.cognito4j.jakarta.fake;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.cognito4j.AccessToken;
import org.cognito4j.UserPool;
import org.cognito4j.jakarta.monitor.SecurityObserver;

/** An observer that counts refusals by their codes. */
public class CountedRefusals implements SecurityObserver {

    private final Map<String, Long> byCode = new TreeMap<>();

    /** Returns how often each code was seen. */
    public Map<String, Long> byCode() {
        return byCode;
    }

    @Override
    public void accepted(AccessToken token, long nanos) {}

    @Override
    public void refused(String code, long nanos) {
        byCode.merge(code, 1L, Long::sum);
    }

    @Override
    public void refreshed(UserPool userPool, int keys, Duration took) {}

    @Override
    public void failed(UserPool userPool, String cause, Duration took) {}
}
