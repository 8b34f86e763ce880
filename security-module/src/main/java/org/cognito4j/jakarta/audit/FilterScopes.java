package org.cognito4j.jakarta.audit;

import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContext;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.cognito4j.jakarta.BearerFilter;
import org.cognito4j.jakarta.platform.ApplicationLoader;
import org.jspecify.annotations.Nullable;

/** What the filters of an application ask for and whom they trust, as far as their parameters are known. */
public final class FilterScopes {

    /** The init parameter of a filter that names the scopes which a caller needs. */
    public static final String REQUIRED_SCOPES = "required-scopes";

    private static final String ATTRIBUTE = FilterScopes.class.getName();

    private final Set<String> scopes = new TreeSet<>();
    private boolean trustPools;
    private boolean haveFilters;

    /** Takes note of the filters that are registered now. Some containers tell no more at the start. */
    public void note(ServletContext application) {
        try {
            for (FilterRegistration filter :
                    application.getFilterRegistrations().values()) {
                elementsOf(filter.getInitParameter(REQUIRED_SCOPES)).forEach(scopes::add);
                haveFilters |= BearerFilter.isOne(filter.getClassName(), ApplicationLoader.of(application));
                trustPools |= filter.getInitParameters().keySet().stream().anyMatch(FilterScopes::namesPool);
            }
        } catch (UnsupportedOperationException | IllegalStateException e) {
            // Those that were noted before are what is known.
        }
    }

    private static boolean namesPool(String parameter) {
        return parameter.startsWith("cognito.") && parameter.endsWith("user-pool-id");
    }

    /** Returns whether a {@link BearerFilter} is among them. */
    public boolean haveFilters() {
        return haveFilters;
    }

    /** Whether a filter's own parameters say whom it trusts. */
    public boolean trustPools() {
        return trustPools;
    }

    /** Keeps this in an application, for {@link #of}. */
    public void publishIn(ServletContext application) {
        application.setAttribute(ATTRIBUTE, this);
    }

    /** Returns what is known of an application's filters; nothing before they were noted. */
    public static FilterScopes of(ServletContext application) {
        return application.getAttribute(ATTRIBUTE) instanceof FilterScopes known ? known : new FilterScopes();
    }

    Set<String> all() {
        return Set.copyOf(scopes);
    }

    /** Splits a parameter at commas and white space; {@code \,} is a comma within an element. */
    public static List<String> elementsOf(@Nullable String text) {
        return text == null
                ? List.of()
                : Arrays.stream(text.split("(?<!\\\\),|\\s"))
                        .map(element -> element.replace("\\,", ","))
                        .filter(element -> !element.isEmpty())
                        .toList();
    }
}
