package org.cognito4j.jakarta.filter;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.EnumSet;
import javax.xml.stream.XMLStreamException;
import org.cognito4j.jakarta.BearerFilter;
import org.cognito4j.jakarta.constraint.WebDescriptor;
import org.cognito4j.jakarta.constraint.XmlElement;
import org.cognito4j.jakarta.guard.FirstInChain;
import org.cognito4j.jakarta.guard.JettyFilterOrder;
import org.cognito4j.jakarta.guard.WebSocketHandshake;
import org.cognito4j.jakarta.platform.ServerKind;
import org.cognito4j.net.QuietLog;

/**
 * Makes each {@link BearerFilter} decide about WebSocket handshakes on its paths, wherever the application has mapped it.
 *
 * <p>A filter protects only what runs behind it, and several servers answer handshakes in a filter of their own, which can
 * come first: on Jetty always, on Tomcat and GlassFish before a filter that a listener registers. So this one is the first,
 * and runs the application's filters of ours for a handshake before anything else can answer it. A handshake that gets past
 * them, and past the server's filter, meets them again at their own place, where they find what they have found out before.
 */
public final class HandshakeFilter implements Filter {

    private static final Logger LOG = QuietLog.of("org.cognito4j");

    /** The attribute of an application that has a WebSocket container (Jakarta WebSocket 2.1 section 6.4). */
    private static final String SERVER_CONTAINER = "jakarta.websocket.server.ServerContainer";

    /** Puts it in front of an application's filters, unless it is there. */
    public static void addTo(ServletContext application) {
        EnumSet<DispatcherType> types = EnumSet.allOf(DispatcherType.class);
        types.remove(DispatcherType.ERROR); // an error page is no answer to a handshake
        FirstInChain.add(application, new HandshakeFilter(), types);
    }

    /**
     * Warns where handshakes could go past a filter: an embedded server ran no initializer of the module, and the filter was
     * not registered by {@code CognitoFilter.register} either. It is too late then to add a filter, but Jetty's own can still
     * be put behind.
     */
    static void requireFor(BearerFilter filter, FilterConfig config) {
        ServletContext application = config.getServletContext();
        if (FirstInChain.has(HandshakeFilter.class, application)) {
            return;
        }
        boolean isBehind;
        if (ServerKind.isJetty(application)) {
            JettyFilterOrder.in(application).restore();
            isBehind = StartedFilters.in(application).isMappedByServletName(config.getFilterName());
        } else {
            isBehind = application.getAttribute(SERVER_CONTAINER) != null && !isDeclared(filter, config);
        }
        if (isBehind) {
            LOG.log(
                    Level.WARNING,
                    "The filter {0} may not be asked about WebSocket handshakes: the server may answer them before it."
                            + " Register it with CognitoFilter.register, or run the module''s CognitoInitializer",
                    config.getFilterName());
        }
    }

    /** Filters of {@code web.xml} and of annotations come before those that servers other than Jetty add. */
    private static boolean isDeclared(BearerFilter filter, FilterConfig config) {
        if (filter.getClass().isAnnotationPresent(WebFilter.class)) {
            return true;
        }
        try (InputStream xml = config.getServletContext().getResourceAsStream("/WEB-INF/web.xml")) {
            return xml != null && new WebDescriptor(XmlElement.parse(xml)).declaresFilter(config.getFilterName());
        } catch (IOException | XMLStreamException e) {
            return false;
        }
    }

    @Override
    public void init(FilterConfig config) {
        if (ServerKind.isJetty(config.getServletContext())) {
            JettyFilterOrder.in(config.getServletContext()).restore();
        }
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (request instanceof HttpServletRequest http && WebSocketHandshake.isAskedForBy(http)) {
            StartedFilters filters = StartedFilters.in(http.getServletContext());
            StartedFilters.pass(filters.mappedTo(http), request, response, chain);
        } else {
            chain.doFilter(request, response);
        }
    }
}
