package org.cognito4j.jakarta.filter;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.cognito4j.jakarta.BearerFilter;
import org.cognito4j.jakarta.constraint.WelcomeFiles;
import org.cognito4j.jakarta.guard.FirstInChain;
import org.cognito4j.jakarta.rules.ContainerPages;

/**
 * Asks each {@link BearerFilter} that protects a welcome page about requests for the page's directory. Jetty and Open Liberty
 * forward such a request to the page, behind all filters of requests (Jakarta Servlet 6.0 section 10.10).
 */
public final class WelcomePageFilter implements Filter {

    /** Registers the filter in an application that is starting. */
    public static void addTo(ServletContext application) {
        FirstInChain.add(application, new WelcomePageFilter(), EnumSet.of(DispatcherType.REQUEST));
        ContainerPages.noteFilteredWelcomePagesIn(application);
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (request instanceof HttpServletRequest http) {
            StartedFilters.pass(filtersFor(http), request, response, chain);
        } else {
            chain.doFilter(request, response);
        }
    }

    /** Returns the filters of the pages that may be shown, without those that the container runs for the directory. */
    private static List<BearerFilter> filtersFor(HttpServletRequest request) throws ServletException {
        String path = StartedFilters.pathOf(request);
        StartedFilters filters = StartedFilters.in(request.getServletContext());
        if (!path.endsWith("/") || filters.areNone()) {
            return List.of();
        }
        Set<BearerFilter> asked = new LinkedHashSet<>();
        for (String page : WelcomeFiles.shownFor(path, request.getServletContext())) {
            asked.addAll(filters.mappedTo(page, request));
        }
        asked.removeIf(filter -> filters.areRunFor(request, filter));
        return List.copyOf(asked);
    }
}
