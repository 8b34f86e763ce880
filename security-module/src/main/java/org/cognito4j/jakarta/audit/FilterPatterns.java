package org.cognito4j.jakarta.audit;

import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContext;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;

/** The URL patterns of a filter: its own, and those of the servlets that it is mapped to. */
final class FilterPatterns {

    private FilterPatterns() {}

    static Set<String> of(FilterRegistration filter, ServletContext application) {
        Set<String> patterns = new LinkedHashSet<>();
        Collection<String> own = filter.getUrlPatternMappings();
        if (own != null) { // Open Liberty has no list where a filter is mapped to servlets alone
            patterns.addAll(own);
        }
        Collection<String> names = filter.getServletNameMappings();
        if (names != null && names.contains("*")) {
            patterns.add("/*");
        } else if (names != null) {
            application.getServletRegistrations().values().stream()
                    .filter(servlet -> names.contains(servlet.getName()))
                    .forEach(servlet -> patterns.addAll(servlet.getMappings()));
        }
        return patterns;
    }
}
