package org.cognito4j.jakarta;

import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContext;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What the filters of an application ask for and whom they trust, as far as their parameters are known. */
final class FilterScopes {

    private static final String ATTRIBUTE = FilterScopes.class.getName();

    private final Set<String> scopes = new TreeSet<>();
    private boolean trustPools;
    private boolean haveFilters;

    /** Takes note of the filters that are registered now. Some containers tell no more at the start. */
    void note(ServletContext application) {
        try {
            for (FilterRegistration filter :
                    application.getFilterRegistrations().values()) {
                FilterParameters.elementsOf(filter.getInitParameter(FilterParameters.REQUIRED_SCOPES))
                        .forEach(scopes::add);
                haveFilters |= isOurs(filter.getClassName(), application.getClassLoader());
                trustPools |= filter.getInitParameters().keySet().stream().anyMatch(FilterScopes::namesPool);
            }
        } catch (UnsupportedOperationException | IllegalStateException e) {
            // Those that were noted before are what is known.
        }
    }

    private static boolean namesPool(String parameter) {
        return parameter.startsWith("cognito.") && parameter.endsWith("user-pool-id");
    }

    private static boolean isOurs(@Nullable String className, ClassLoader application) {
        try {
            return className != null
                    && CognitoFilter.class.isAssignableFrom(Class.forName(className, false, application));
        } catch (ClassNotFoundException | LinkageError e) {
            return false;
        }
    }

    /** Returns whether a {@link CognitoFilter} is among them. */
    boolean haveFilters() {
        return haveFilters;
    }

    /** Whether a filter's own parameters say whom it trusts. */
    boolean trustPools() {
        return trustPools;
    }

    void publishIn(ServletContext application) {
        application.setAttribute(ATTRIBUTE, this);
    }

    static FilterScopes of(ServletContext application) {
        return application.getAttribute(ATTRIBUTE) instanceof FilterScopes known ? known : new FilterScopes();
    }

    Set<String> all() {
        return Set.copyOf(scopes);
    }
}
