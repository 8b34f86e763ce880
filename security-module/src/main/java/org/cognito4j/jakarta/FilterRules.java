package org.cognito4j.jakarta;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.annotation.WebFilter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.cognito4j.SettingFault;
import org.cognito4j.jakarta.RegisteredParts.Part;

/** Finds mappings of this module's filters by which a filter protects nothing. */
final class FilterRules {

    private final RegisteredParts parts;
    private final DeploymentDescriptors descriptors;

    FilterRules(RegisteredParts parts, DeploymentDescriptors descriptors) {
        this.parts = parts;
        this.descriptors = descriptors;
    }

    /** Returns the faults of all filters of this module. */
    List<SettingFault> faults() {
        List<SettingFault> faults = new ArrayList<>();
        parts.ownFilters().forEach(filter -> addFaults(filter, faults));
        return faults;
    }

    private void addFaults(Part filter, List<SettingFault> faults) {
        List<FilterMapping> mappings = mappings(filter);
        Set<String> patterns = all(filter.patterns(), mappings, FilterMapping::patterns);
        Set<String> servlets = all(filter.servlets(), mappings, FilterMapping::servlets);
        if (patterns.isEmpty() && servlets.isEmpty()) {
            faults.add(new SettingFault(
                    filter.title(),
                    "has no mapping, so it protects nothing",
                    "Add a filter-mapping, urlPatterns, or patterns to CognitoFilter.register"));
            return;
        }
        boolean isRootMeant = ContainerPages.hasWelcomeFileOfRoot(patterns);
        patterns.stream()
                .filter(pattern -> !isRootMeant || !pattern.equals(ContainerPages.ROOT))
                .forEach(pattern ->
                        PatternShape.ofFilter(filter.title(), pattern).ifPresent(faults::add));
        servlets.stream()
                .filter(servlet -> parts.areAll() && !parts.hasServlet(servlet))
                .forEach(servlet -> faults.add(new SettingFault(
                        filter.title(),
                        "is mapped to the servlet " + servlet + ", which the application does not have",
                        "Correct servlet-name, or map the filter to a url-pattern")));
        if (!mappings.isEmpty() && mappings.stream().noneMatch(mapping -> mapping.includes(DispatcherType.REQUEST))) {
            faults.add(new SettingFault(
                    filter.title(),
                    "is mapped to the dispatcher types " + dispatchers(mappings)
                            + " alone, so that requests of callers do not pass it",
                    "Add <dispatcher>REQUEST</dispatcher>, or DispatcherType.REQUEST to dispatcherTypes"));
        }
    }

    /** Jetty does not list the declared mappings of a filter before the filter is started. */
    private static Set<String> all(
            List<String> listed, List<FilterMapping> mappings, Function<FilterMapping, List<String>> declared) {
        Set<String> all = new LinkedHashSet<>(listed);
        mappings.forEach(mapping -> all.addAll(declared.apply(mapping)));
        return all;
    }

    /** Returns the patterns of a filter, listed or declared. */
    Set<String> patterns(Part filter) {
        return all(filter.patterns(), mappings(filter), FilterMapping::patterns);
    }

    /**
     * Returns the patterns for which no mapping of a filter includes requests of callers, while others do: the filter then
     * is asked only after dispatches of the application.
     */
    List<SettingFault> warnings() {
        List<SettingFault> warnings = new ArrayList<>();
        for (Part filter : parts.ownFilters()) {
            Set<String> asked = patterns(mappings(filter), true);
            if (!asked.isEmpty()) {
                Set<String> dispatched = patterns(mappings(filter), false);
                dispatched.removeAll(asked);
                dispatched.removeIf(pattern -> asked.stream().anyMatch(wide -> new PatternReach(wide).covers(pattern)));
                dispatched.forEach(pattern -> warnings.add(new SettingFault(
                        filter.title(),
                        "is asked for " + pattern + " after dispatches alone, not for requests of callers",
                        "Add <dispatcher>REQUEST</dispatcher> to that mapping if callers can reach the path")));
            }
        }
        return warnings;
    }

    private static Set<String> patterns(List<FilterMapping> mappings, boolean ofRequests) {
        return mappings.stream()
                .filter(mapping -> mapping.includes(DispatcherType.REQUEST) == ofRequests)
                .flatMap(mapping -> mapping.patterns().stream())
                .filter(pattern -> !pattern.startsWith("/WEB-INF/"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Returns the declared mappings of a filter; none if a program has registered it. Descriptors override annotations. */
    List<FilterMapping> mappings(Part filter) {
        List<FilterMapping> described = descriptors.inForce().stream()
                .flatMap(descriptor -> descriptor.filterMappings().stream())
                .filter(mapping -> mapping.filter().equals(filter.name()))
                .toList();
        return described.isEmpty() ? annotated(filter).stream().toList() : described;
    }

    private Optional<FilterMapping> annotated(Part filter) {
        return parts.load(filter.className())
                .map(type -> type.getAnnotation(WebFilter.class))
                .filter(annotation -> nameOf(annotation, filter.className()).equals(filter.name()))
                .map(annotation -> FilterMapping.of(annotation, filter.name()));
    }

    private static String nameOf(WebFilter annotation, String className) {
        return annotation.filterName().isEmpty() ? className : annotation.filterName();
    }

    private static String dispatchers(List<FilterMapping> mappings) {
        return mappings.stream()
                .flatMap(mapping -> mapping.dispatchers().stream())
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
    }
}
