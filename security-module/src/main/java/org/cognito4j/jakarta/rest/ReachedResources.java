package org.cognito4j.jakarta.rest;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The last filter in front of the resources of an application: notes which requests no other filter has answered. */
final class ReachedResources implements Filter {

    private static final String NAME = ReachedResources.class.getName();

    /**
     * Registers the filter in an application that is starting, behind the filters of its descriptors.
     *
     * @param servlets the names of servlets that call resources
     */
    static void addTo(ServletContext application, Set<String> servlets) {
        FilterRegistration.@Nullable Dynamic registration = application.addFilter(NAME, new ReachedResources());
        if (registration != null) { // a context that is started again may have kept it
            registration.setAsyncSupported(true);
            registration.addMappingForUrlPatterns(EnumSet.allOf(DispatcherType.class), true, "/*");
            if (!servlets.isEmpty()) {
                registration.addMappingForServletNames(
                        NamedDispatchFilter.TYPES, true, servlets.toArray(String[]::new));
            }
        }
        application.setAttribute(NAME, Boolean.TRUE);
    }

    /** Returns whether a request may have reached the resources: it has not where only filters have seen it. */
    static boolean mayHaveBeenBy(ServletRequest request) {
        return request.getAttribute(NAME) != null || request.getServletContext().getAttribute(NAME) == null;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        request.setAttribute(NAME, Boolean.TRUE);
        chain.doFilter(request, response);
    }
}
