package org.cognito4j.jakarta.rules;

import jakarta.servlet.FilterRegistration;
import jakarta.servlet.Registration;
import jakarta.servlet.ServletContext;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cognito4j.jakarta.BearerFilter;
import org.cognito4j.jakarta.constraint.WelcomeDirectories;
import org.cognito4j.jakarta.platform.ApplicationLoader;

/** The filters and servlets that an application has registered, as far as its container lists them. */
public final class RegisteredParts {

    private final ServletContext application;
    private final Map<String, Part> filters = new LinkedHashMap<>();
    private final Map<String, Part> servlets = new LinkedHashMap<>();
    private boolean listed;

    /** Prepares the list of an application's parts, which {@link #note} fills. */
    public RegisteredParts(ServletContext application) {
        this.application = application;
    }

    /** Adds the filters and servlets that are registered now. Some containers list them to initializers alone. */
    public void note() {
        try {
            application
                    .getFilterRegistrations()
                    .forEach((name, filter) -> filters.put(name, part(filter, filter.getUrlPatternMappings())));
            application
                    .getServletRegistrations()
                    .forEach((name, servlet) -> servlets.put(name, part(servlet, servlet.getMappings())));
            listed = true;
        } catch (UnsupportedOperationException | IllegalStateException e) {
            listed = false; // the parts that were noted before are the known ones
        }
    }

    private static Part part(Registration registration, Collection<String> patterns) {
        return new Part(
                registration.getName(),
                registration.getClassName(),
                copy(patterns),
                registration instanceof FilterRegistration filter ? copy(filter.getServletNameMappings()) : List.of());
    }

    private static List<String> copy(Collection<String> texts) {
        return texts == null ? List.of() : List.copyOf(texts);
    }

    /** Returns whether the latest note found all parts, rather than those of an earlier moment. */
    boolean areAll() {
        return listed;
    }

    List<Part> filters() {
        return List.copyOf(filters.values());
    }

    /** Returns whether the welcome file of the context root lies where other patterns than that of the root lead. */
    boolean showRootFrom(Set<String> patterns) {
        Set<String> others = new LinkedHashSet<>(patterns);
        others.remove(WelcomeDirectories.ROOT);
        return WelcomeDirectories.of(others, application).contains(WelcomeDirectories.ROOT);
    }

    /** Returns the filters of this module. */
    public List<Part> ownFilters() {
        return filters.values().stream().filter(this::isOwn).toList();
    }

    List<Part> servlets() {
        return List.copyOf(servlets.values());
    }

    boolean hasServlet(String name) {
        return servlets.containsKey(name);
    }

    boolean hasFilterOf(String className) {
        return filters.values().stream().anyMatch(filter -> filter.className().equals(className));
    }

    private boolean isOwn(Part filter) {
        return isOwn(filter.className());
    }

    /** Returns whether a class is a filter of this module. */
    boolean isOwn(String className) {
        return load(className).filter(BearerFilter::isOne).isPresent();
    }

    /** Returns a class of the application; empty for a class that is hidden in the server. */
    Optional<Class<?>> load(String className) {
        try {
            return Optional.of(Class.forName(className, false, ApplicationLoader.of(application)));
        } catch (ClassNotFoundException | LinkageError e) {
            return Optional.empty();
        }
    }

    /**
     * A filter or servlet.
     *
     * @param patterns the URL patterns of its mappings
     * @param servlets the names of servlets that a filter is mapped to
     */
    record Part(String name, String className, List<String> patterns, List<String> servlets) {

        Part {
            className = className == null ? "" : className;
        }

        /** Returns what messages call a filter. */
        String title() {
            return "filter " + name + (name.equals(className) ? "" : " (" + className + ")");
        }
    }
}
