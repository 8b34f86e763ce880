package org.cognito4j.jakarta.guard;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContext;
import java.util.EnumSet;
import org.cognito4j.jakarta.platform.ServerKind;
import org.jspecify.annotations.Nullable;

/**
 * Puts filters of the module in front of all others of an application, in the order of the calls, and keeps them there.
 *
 * <p>A mapping with {@code isMatchAfter = false} comes before the filters of {@code web.xml}, of annotations and of listeners
 * (Jakarta Servlet 6.0 section 6.2.4). Jetty alone lets its own code go before that, see {@link JettyFilterOrder}.
 */
public final class FirstInChain {

    private FirstInChain() {}

    /**
     * Registers a filter for all paths. Without effect if the application has one of this class.
     *
     * @param application an application that is starting
     * @param types the dispatches that the filter sees
     */
    public static void add(ServletContext application, Filter filter, EnumSet<DispatcherType> types) {
        String name = filter.getClass().getName();
        FilterRegistration.@Nullable Dynamic registration = application.addFilter(name, filter);
        if (registration != null) { // a context that is started again may have kept it
            registration.setAsyncSupported(true);
            registration.addMappingForUrlPatterns(types, false, "/*");
        }
        application.setAttribute(name, Boolean.TRUE);
        if (ServerKind.isJetty(application)) {
            JettyFilterOrder.in(application).keepFirst(name);
        }
    }

    /**
     * Registers a filter for one servlet, also for dispatches by its name.
     *
     * @param application an application that is starting
     * @param servlet the name of the servlet
     * @param types the dispatches that the filter sees
     */
    public static void addForServlet(
            ServletContext application, String servlet, Filter filter, EnumSet<DispatcherType> types) {
        String name = filter.getClass().getName() + "/" + servlet;
        FilterRegistration.@Nullable Dynamic registration = application.addFilter(name, filter);
        if (registration != null) { // a context that is started again may have kept it
            registration.setAsyncSupported(true);
            registration.addMappingForServletNames(types, false, servlet);
        }
        if (ServerKind.isJetty(application)) {
            JettyFilterOrder.in(application).keepFirst(name);
        }
    }

    /** Whether a filter of this class was put in front. */
    public static boolean has(Class<? extends Filter> type, @Nullable ServletContext application) {
        return application != null && application.getAttribute(type.getName()) != null;
    }
}
