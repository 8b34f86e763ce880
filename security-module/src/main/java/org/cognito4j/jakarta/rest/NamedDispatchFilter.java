package org.cognito4j.jakarta.rest;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.EnumSet;
import org.cognito4j.jakarta.guard.FirstInChain;

/**
 * Puts {@link UncheckedResourceFilter} in front of one servlet that the application calls by {@code
 * ServletContext.getNamedDispatcher}. Such a call passes the filters alone that are mapped to the servlet's name (Jakarta Servlet
 * 6.0 section 6.2.5), and the request still has the mapping of another servlet.
 */
final class NamedDispatchFilter implements Filter {

    /** The dispatches that a named dispatcher makes. */
    static final EnumSet<DispatcherType> TYPES = EnumSet.of(DispatcherType.FORWARD, DispatcherType.INCLUDE);

    private final String servlet;
    private final Guard guard;

    /** Passes a request on to a servlet, or refuses it. */
    @FunctionalInterface
    interface Guard {

        void pass(String servlet, ServletRequest request, HttpServletResponse response, FilterChain chain)
                throws IOException, ServletException;
    }

    private NamedDispatchFilter(String servlet, Guard guard) {
        this.servlet = servlet;
        this.guard = guard;
    }

    /** Registers a filter for a servlet, which need not be registered yet. */
    static void addTo(ServletContext application, String servlet, Guard guard) {
        FirstInChain.addForServlet(application, servlet, new NamedDispatchFilter(servlet, guard), TYPES);
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (response instanceof HttpServletResponse answer) {
            guard.pass(servlet, request, answer, chain);
        } else {
            chain.doFilter(request, response);
        }
    }
}
