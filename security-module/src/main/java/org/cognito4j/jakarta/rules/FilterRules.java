package org.cognito4j.jakarta.rules;

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
import org.cognito4j.jakarta.constraint.FilterMapping;
import org.cognito4j.jakarta.constraint.PatternReach;
import org.cognito4j.jakarta.constraint.PatternShape;
import org.cognito4j.jakarta.constraint.WelcomeDirectories;
import org.cognito4j.jakarta.rules.RegisteredParts.Part;

/** Finds mappings of this module's filters by which a filter protects nothing. */
final class FilterRules {

    /** The servlet name that stands for every servlet (Jakarta Servlet 6.0 section 6.2.4). */
    private static final String EVERY_SERVLET = "*";

    private final RegisteredParts parts;
    private final DeploymentDescriptors descriptors;

    FilterRules(RegisteredParts parts, DeploymentDescriptors descriptors) {
        this.parts = parts;
        this.descriptors = descriptors;
    }

    /**
     * Returns the faults of all filters of this module.
     *
     * @param areMappingsKnown whether a filter without a mapping has none, rather than one that is not listed yet
     */
    List<SettingFault> faults(boolean areMappingsKnown) {
        List<SettingFault> faults = new ArrayList<>();
        parts.ownFilters().stream()
                .filter(filter -> areMappingsKnown
                        || !patterns(filter).isEmpty()
                        || !servlets(filter).isEmpty())
                .forEach(filter -> addFaults(filter, faults));
        return faults;
    }

    private void addFaults(Part filter, List<SettingFault> faults) {
        List<FilterMapping> mappings = mappings(filter);
        Set<String> patterns = all(filter.patterns(), mappings, FilterMapping::patterns);
        Set<String> servlets = servlets(filter);
        if (patterns.isEmpty() && servlets.isEmpty()) {
            faults.add(new SettingFault(
                    filter.title(),
                    "has no mapping, so it protects nothing",
                    "Add a filter-mapping, urlPatterns, or patterns to CognitoFilter.register"));
            return;
        }
        boolean isRootMeant = WelcomeDirectories.mayIncludeRoot(patterns) || parts.showRootFrom(patterns);
        patterns.stream()
                .filter(pattern -> !isRootMeant || !pattern.equals(WelcomeDirectories.ROOT))
                .forEach(pattern ->
                        PatternShape.ofFilter(filter.title(), pattern).ifPresent(faults::add));
        servlets.stream()
                .filter(servlet -> parts.areAll() && !servlet.equals(EVERY_SERVLET) && !parts.hasServlet(servlet))
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

    /**
     * Returns the faults of filters that run for paths alone at which the application has nothing. None where it shows its
     * first page for all of them, as an application of a single page does: that may be meant to be protected.
     *
     * @param occupied where it has something
     */
    List<SettingFault> idle(OccupiedPaths occupied) {
        if (occupied.haveFirstPage(
                descriptors.inForce().stream().flatMap(descriptor -> descriptor.pagesForMissing().stream()))) {
            return List.of();
        }
        return parts.ownFilters().stream()
                .filter(filter -> servlets(filter).isEmpty()
                        && missing(filter, occupied).equals(patterns(filter))
                        && patterns(filter).stream().noneMatch(occupied::areFiltered)
                        && !occupied.mayHaveEndpoints())
                .map(filter -> new SettingFault(
                        filter.title(),
                        "is mapped to " + String.join(", ", patterns(filter))
                                + ", where the application has no servlet, file or endpoint, so it protects nothing",
                        "Correct the url-pattern, which is relative to the context path, or remove the filter"))
                .toList();
    }

    /**
     * Returns a warning for each pattern of a filter at which the application has nothing, while it has something at others.
     *
     * @param occupied where it has something
     */
    List<SettingFault> idlePatterns(OccupiedPaths occupied) {
        List<SettingFault> warnings = new ArrayList<>();
        for (Part filter : parts.ownFilters()) {
            missing(filter, occupied).stream()
                    .filter(pattern -> !occupied.areFiltered(pattern) && !occupied.mayHaveEndpoints())
                    .forEach(pattern -> warnings.add(new SettingFault(
                            filter.title(),
                            "protects nothing at " + pattern
                                    + ", where the application has no servlet, file or endpoint",
                            "Correct or remove that url-pattern, which is relative to the context path")));
        }
        return warnings;
    }

    private Set<String> missing(Part filter, OccupiedPaths occupied) {
        Set<String> missing = new LinkedHashSet<>(patterns(filter));
        missing.removeIf(occupied::include);
        return missing;
    }

    private Set<String> servlets(Part filter) {
        return all(filter.servlets(), mappings(filter), FilterMapping::servlets);
    }

    /** Returns the patterns of the servlets to whose names a filter is mapped; all paths for the name of every servlet. */
    Set<String> patternsOfServlets(Part filter) {
        Set<String> names = servlets(filter);
        if (names.contains(EVERY_SERVLET)) {
            return Set.of("/*");
        }
        return parts.servlets().stream()
                .filter(servlet -> names.contains(servlet.name()))
                .flatMap(servlet -> servlet.patterns().stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
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
