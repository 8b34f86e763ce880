package org.cognito4j.jakarta.guard;

import jakarta.servlet.Filter;

/** Filters of this package, for tests of others. */
public final class GuardFilters {

    private GuardFilters() {}

    /** Returns the filter that enforces {@code cognito.require-token}. */
    public static Filter requiredToken() {
        return new RequiredTokenFilter(application -> {});
    }
}
