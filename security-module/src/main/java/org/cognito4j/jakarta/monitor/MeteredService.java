package org.cognito4j.jakarta.monitor;

import java.util.function.Supplier;
import org.cognito4j.TokenVerifier;

/**
 * A service whose figures are meters.
 *
 * @param application the context path, {@code /} for the root
 * @param filter the name of the filter that has the service to itself; empty for the application's own
 * @param instance tells two of the same application and filter apart, as in JMX: 1 for the first
 * @param policyProblem why its changing policy has no effect, or an empty text
 */
record MeteredService(
        String application,
        String filter,
        int instance,
        Counters counters,
        ClientCounts clients,
        TokenVerifier verifier,
        Supplier<String> policyProblem) {

    /** Some registries refuse a meter of the same name with other tags, so the application's own have the tag, too. */
    private static final String NO_FILTER = "none";

    /** Returns the value of the tag {@code filter}. */
    String filterTag() {
        return filter.isEmpty() ? NO_FILTER : filter;
    }
}
