package org.cognito4j.server.tomcat;

import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletRequestWrapper;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.concurrent.atomic.AtomicBoolean;
import org.cognito4j.net.QuietLog;
import org.jspecify.annotations.Nullable;

/**
 * Keeps Tomcat from changing the id of the session that comes along with a token: Tomcat takes each authentication for a
 * login, and changes the id at a login, so that a person in the same session would be logged out. Tomcat has a switch for
 * that, but it would leave logins of people without the protection. So the request seems to have no session from the moment
 * that the module knows the caller until the container has let the request in or has refused it.
 *
 * <p>There is no API for that. Without the fields of Tomcat the id changes, which is logged once.
 */
final class TomcatSession {

    private static final Logger LOG = QuietLog.of("org.cognito4j");
    private static final String ATTRIBUTE = TomcatSession.class.getName();
    private static final String FACADE = "org.apache.catalina.connector.RequestFacade";
    private static final AtomicBoolean HAS_FAILED = new AtomicBoolean();

    private final Object catalina;
    private final Field session;
    private final Method setId;
    private final @Nullable Object hidden;
    private final String id;

    private TomcatSession(Object catalina, String id) throws ReflectiveOperationException {
        this.catalina = catalina;
        this.session = field("session", catalina.getClass());
        this.setId = catalina.getClass().getMethod("setRequestedSessionId", String.class);
        this.hidden = session.get(catalina);
        this.id = id;
    }

    /** Hides the session, if there is one and the request is one of Tomcat. */
    static void hide(HttpServletRequest request) {
        String id = request.getRequestedSessionId();
        if (id == null) {
            return; // as for nearly all machines
        }
        ServletRequest facade = unwrapped(request);
        if (facade.getClass().getName().equals(FACADE)) {
            try {
                Object catalina = field("request", facade.getClass()).get(facade);
                TomcatSession found = new TomcatSession(catalina, id);
                found.set(null, null);
                request.setAttribute(ATTRIBUTE, found);
            } catch (ReflectiveOperationException | RuntimeException e) {
                failed(e);
            }
        }
    }

    /** Shows the session again, if it was hidden. */
    static void show(HttpServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof TomcatSession found) {
            request.removeAttribute(ATTRIBUTE);
            try {
                found.set(found.hidden, found.id);
            } catch (ReflectiveOperationException | RuntimeException e) {
                failed(e);
            }
        }
    }

    private void set(@Nullable Object value, @Nullable String requestedId) throws ReflectiveOperationException {
        session.set(catalina, value);
        setId.invoke(catalina, requestedId);
    }

    private static ServletRequest unwrapped(ServletRequest request) {
        ServletRequest inner = request;
        while (inner instanceof ServletRequestWrapper wrapper) {
            inner = wrapper.getRequest();
        }
        return inner;
    }

    private static Field field(String name, Class<?> type) throws ReflectiveOperationException {
        Class<?> declaring = type;
        while (!declaring.getName().startsWith("org.apache.catalina.connector.Request")) {
            declaring = declaring.getSuperclass();
        }
        Field field = declaring.getDeclaredField(name);
        field.setAccessible(true);
        return field;
    }

    private static void failed(Exception failure) {
        if (HAS_FAILED.compareAndSet(false, true)) {
            LOG.log(
                    Level.WARNING,
                    "Tomcat changes the id of a session that comes along with a token: its request cannot be reached",
                    failure);
        }
    }
}
