package org.cognito4j.jakarta.filter;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRegistration;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletMapping;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.cognito4j.jakarta.BearerFilter;
import org.cognito4j.jakarta.CognitoService;
import org.cognito4j.jakarta.constraint.UrlPattern;
import org.cognito4j.jakarta.decision.DecisionForm;
import org.cognito4j.jakarta.decision.RefusalCode;
import org.cognito4j.jakarta.platform.ApplicationLoader;
import org.jspecify.annotations.Nullable;

/**
 * The filters of ours that run in an application, and which of them are mapped to a request. The container knows the
 * mappings; one that it does not tell counts as a mapping to every path.
 */
final class StartedFilters {

    private static final String ATTRIBUTE = StartedFilters.class.getName();

    /** Patterns of a whole application, whose error pages are for all callers. */
    private static final Set<String> EVERYWHERE = Set.of("/*", "/");

    private final ServletContext application;
    private final List<Started> started = new CopyOnWriteArrayList<>();

    /** A filter and the name by which the container knows it. */
    private record Started(String name, BearerFilter filter) {}

    private StartedFilters(ServletContext application) {
        this.application = application;
    }

    /** Those of an application. Filters are started one after the other, so there is one of this for each application. */
    static StartedFilters in(ServletContext application) {
        if (application.getAttribute(ATTRIBUTE) instanceof StartedFilters present) {
            return present;
        }
        StartedFilters filters = new StartedFilters(application);
        application.setAttribute(ATTRIBUTE, filters);
        return filters;
    }

    void add(String name, BearerFilter filter) {
        started.add(new Started(name, filter));
    }

    boolean areNone() {
        return started.isEmpty() && registrations().values().stream().noneMatch(this::isOurs);
    }

    void remove(BearerFilter filter) {
        started.removeIf(one -> one.filter == filter);
    }

    /**
     * The filters that are mapped to a request, in the order of their start.
     *
     * @throws ServletException if one of them has not been started, so that it cannot decide
     */
    List<BearerFilter> mappedTo(HttpServletRequest request) throws ServletException {
        HttpServletMapping mapping = request.getHttpServletMapping();
        return mappedTo(pathOf(request), mapping == null ? null : mapping.getServletName(), request);
    }

    /** Returns the same for a page of the application that is not what the request is for. */
    List<BearerFilter> mappedTo(String page, HttpServletRequest request) throws ServletException {
        return mappedTo(page, null, request);
    }

    /**
     * Returns whether a container runs a filter for the path of a request. Open Liberty ignores the pattern of the context root, and
     * knows no servlet's name for a directory.
     */
    boolean areRunFor(HttpServletRequest request, BearerFilter filter) {
        String path = pathOf(request);
        Map<String, ? extends FilterRegistration> registrations = registrations();
        return started.stream()
                .filter(one -> one.filter == filter)
                .map(one -> registrations.get(one.name))
                .filter(Objects::nonNull)
                .flatMap(registration -> registration.getUrlPatternMappings().stream())
                .anyMatch(pattern -> !pattern.isEmpty() && new UrlPattern(pattern).fit(path) != UrlPattern.NONE);
    }

    private List<BearerFilter> mappedTo(String path, @Nullable String servlet, HttpServletRequest request)
            throws ServletException {
        Map<String, ? extends FilterRegistration> registrations = registrations();
        for (Map.Entry<String, ? extends FilterRegistration> one : registrations.entrySet()) {
            if (isOurs(one.getValue()) && !isStarted(one.getKey()) && isMapped(one.getValue(), path, servlet)) {
                noteRefusal(request);
                throw new ServletException("The filter " + one.getKey() + " has not been started, so the request is"
                        + " refused. Let the subclass call super.init(config)");
            }
        }
        Set<BearerFilter> mapped = started.stream()
                .filter(one -> isMapped(registrations.get(one.name), path, servlet))
                .map(Started::filter)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return List.copyOf(mapped);
    }

    /** Notes that a request is refused since a filter has not been started. An error page that is left out is no refusal. */
    static void noteRefusal(HttpServletRequest request) {
        if (request.getDispatcherType() != DispatcherType.ERROR) {
            CognitoService.refusalsIn(request.getServletContext())
                    .unavailable(request, DecisionForm.FILTER, RefusalCode.START_FAILED);
        }
    }

    /** Returns those of the filters for a request that are mapped to a part of the application, rather than to all of it. */
    List<BearerFilter> narrowlyMappedTo(HttpServletRequest request) throws ServletException {
        Map<String, ? extends FilterRegistration> registrations = registrations();
        Set<BearerFilter> wide = started.stream()
                .filter(one -> isMappedEverywhere(registrations.get(one.name)))
                .map(Started::filter)
                .collect(Collectors.toSet());
        return mappedTo(request).stream()
                .filter(filter -> !wide.contains(filter))
                .toList();
    }

    private static boolean isMappedEverywhere(@Nullable FilterRegistration registration) {
        Collection<String> patterns = registration == null ? null : registration.getUrlPatternMappings();
        return patterns != null && patterns.stream().anyMatch(EVERYWHERE::contains);
    }

    /** Leads a request through one filter after the other, each with the request as the one before it has left it. */
    static void pass(List<BearerFilter> filters, ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        pass(filters.iterator(), request, response, chain);
    }

    private static void pass(
            Iterator<BearerFilter> filters, ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (filters.hasNext()) {
            filters.next().doFilter(request, response, (seen, answer) -> pass(filters, seen, answer, chain));
        } else {
            chain.doFilter(request, response);
        }
    }

    boolean isMappedByServletName(String filter) {
        FilterRegistration registration = registrations().get(filter);
        return registration == null || !registration.getServletNameMappings().isEmpty();
    }

    private Map<String, ? extends FilterRegistration> registrations() {
        try {
            return application.getFilterRegistrations();
        } catch (UnsupportedOperationException | IllegalStateException e) {
            return Map.of(); // each filter counts as mapped to every path then
        }
    }

    private boolean isStarted(String name) {
        return started.stream().anyMatch(one -> one.name.equals(name));
    }

    private boolean isOurs(FilterRegistration registration) {
        return BearerFilter.isOne(registration.getClassName(), ApplicationLoader.of(application));
    }

    private boolean isMapped(@Nullable FilterRegistration registration, String path, @Nullable String servlet) {
        if (registration == null) {
            return true;
        }
        return isMappedByPath(registration.getUrlPatternMappings(), path)
                || isMappedByName(registration.getServletNameMappings(), path, servlet);
    }

    private static boolean isMappedByPath(@Nullable Collection<String> patterns, String path) {
        return patterns != null
                && patterns.stream().anyMatch(pattern -> new UrlPattern(pattern).fit(path) != UrlPattern.NONE);
    }

    private boolean isMappedByName(@Nullable Collection<String> servlets, String path, @Nullable String servlet) {
        if (servlets == null || servlets.isEmpty()) {
            return false;
        }
        return servlets.contains("*")
                || (servlet == null
                        ? servlets.stream().anyMatch(name -> maySee(name, path))
                        : servlets.contains(servlet));
    }

    /** Open Liberty names no servlet for a path that none is mapped to. One that is not known counts as mapped to all. */
    private boolean maySee(String servlet, String path) {
        try {
            ServletRegistration registration = application.getServletRegistration(servlet);
            return registration == null
                    || registration.getMappings() == null
                    || isMappedByPath(registration.getMappings(), path);
        } catch (UnsupportedOperationException | IllegalStateException e) {
            return true;
        }
    }

    /** Returns the path of a request within its application. */
    static String pathOf(HttpServletRequest request) {
        return text(request.getServletPath()) + text(request.getPathInfo());
    }

    private static String text(@Nullable String part) {
        return part == null ? "" : part;
    }
}
