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
import org.cognito4j.jakarta.BearerFilter;
import org.cognito4j.jakarta.guard.FirstInChain;
import org.cognito4j.jakarta.rules.ContainerPages;

/**
 * Asks each {@link BearerFilter} of a part of the application about an error page in that part, whatever dispatcher types the
 * filter is mapped to: containers show an error page to every caller. A page that the filter refuses is left out, and the error
 * keeps its status.
 */
public final class ErrorPageFilter implements Filter {

    /** Registers the filter in an application that is starting. */
    public static void addTo(ServletContext application) {
        FirstInChain.add(application, new ErrorPageFilter(), EnumSet.of(DispatcherType.ERROR));
        ContainerPages.noteFilteredErrorPagesIn(application);
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (request instanceof HttpServletRequest http) {
            StartedFilters filters = StartedFilters.in(http.getServletContext());
            StartedFilters.pass(filters.narrowlyMappedTo(http), request, response, chain);
        } else {
            chain.doFilter(request, response);
        }
    }
}
