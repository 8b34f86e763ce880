package org.cognito4j.jakarta.guard;

import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRequestEvent;
import jakarta.servlet.ServletRequestListener;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.concurrent.locks.ReentrantLock;
import org.cognito4j.net.QuietLog;

/**
 * Keeps Jetty's WebSocket upgrade filter behind the filters that protect an application.
 *
 * <p>Jetty puts that filter in front of all others at the moment when the application first uses a WebSocket container:
 * in an initializer, a listener, or a servlet that the first request starts. So the order is looked at when the filters
 * start and again for each handshake, before Jetty makes the chain of the request. By reflection, since each Jakarta EE
 * version of Jetty has classes of its own.
 */
public final class JettyFilterOrder implements ServletRequestListener {

    private static final Logger LOG = QuietLog.of("org.cognito4j");
    private static final String ATTRIBUTE = JettyFilterOrder.class.getName();

    /** The simple name of Jetty's filter, whose package differs between Jakarta EE versions. */
    private static final String UPGRADE_FILTER = ".WebSocketUpgradeFilter";

    private final ServletContext application;
    private final Set<String> first = new CopyOnWriteArraySet<>();
    private final ReentrantLock lock = new ReentrantLock();

    private JettyFilterOrder(ServletContext application) {
        this.application = application;
    }

    /** The order of an application that is starting. */
    public static JettyFilterOrder in(ServletContext application) {
        if (application.getAttribute(ATTRIBUTE) instanceof JettyFilterOrder present) {
            return present;
        }
        JettyFilterOrder order = new JettyFilterOrder(application);
        application.setAttribute(ATTRIBUTE, order);
        application.addListener(order);
        return order;
    }

    /** Keeps the filter of a name in front of all others; the first name comes first. */
    void keepFirst(String filter) {
        first.add(filter);
    }

    /** Puts the filters in order: those to be kept in front or, if there are none, all others before Jetty's own. */
    public void restore() {
        try {
            restoreOrFail();
        } catch (IllegalStateException e) {
            LOG.log(Level.DEBUG, "Handshakes will be refused", e); // and the first one says so
        }
    }

    private void restoreOrFail() {
        lock.lock();
        try {
            Object contextHandler = call(application, "getContextHandler");
            Object servletHandler = call(contextHandler, "getServletHandler");
            Object mappings = call(servletHandler, "getFilterMappings");
            Object[] present = mappings == null ? new Object[0] : (Object[]) mappings;
            Object[] ordered = ordered(present);
            if (!Arrays.equals(present, ordered)) {
                servletHandler
                        .getClass()
                        .getMethod("setFilterMappings", ordered.getClass())
                        .invoke(servletHandler, (Object) ordered);
            }
        } catch (ReflectiveOperationException | RuntimeException e) {
            throw new IllegalStateException(
                    "The filters of this Jetty version cannot be put in order, so WebSocket handshakes are refused."
                            + " Use Jetty 12.0 or 12.1",
                    e);
        } finally {
            lock.unlock();
        }
    }

    private Object[] ordered(Object[] mappings) throws ReflectiveOperationException {
        List<Object> ordered = new ArrayList<>(Arrays.asList(mappings));
        List<String> names = List.copyOf(first);
        ordered.sort(Comparator.comparingInt(mapping -> place(nameOf(mapping), names)));
        return ordered.toArray(
                length -> (Object[]) Array.newInstance(mappings.getClass().getComponentType(), length));
    }

    /** The sort is stable: filters of the same place keep their order. */
    private static int place(String filter, List<String> first) {
        if (first.isEmpty()) {
            return filter.endsWith(UPGRADE_FILTER) ? 1 : 0;
        }
        int kept = first.indexOf(filter);
        return kept >= 0 ? kept : first.size();
    }

    private static String nameOf(Object mapping) {
        try {
            return String.valueOf(call(mapping, "getFilterName"));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object call(Object target, String method) throws ReflectiveOperationException {
        return target.getClass().getMethod(method).invoke(target);
    }

    /** Before a handshake gets its chain. What is thrown here ends the request. */
    @Override
    public void requestInitialized(ServletRequestEvent event) {
        if (event.getServletRequest() instanceof HttpServletRequest request
                && WebSocketHandshake.isAskedForBy(request)) {
            try {
                restoreOrFail();
            } catch (IllegalStateException e) {
                LOG.log(Level.ERROR, e.getMessage(), e.getCause());
                throw e;
            }
        }
    }
}
