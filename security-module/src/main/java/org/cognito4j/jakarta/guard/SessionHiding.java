package org.cognito4j.jakarta.guard;

import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;

/** Hides the session of a request from a server while that decides about a caller with a token. */
public interface SessionHiding {

    /** Hides the session of a request, if it has one. */
    void hide(HttpServletRequest request);

    /** Shows the session of a request again, if it was hidden. */
    void show(HttpServletRequest request);

    /** Makes this the one of an application. */
    default void publishIn(ServletContext application) {
        application.setAttribute(SessionHiding.class.getName(), this);
    }

    /** Returns the one of an application; one that does nothing on servers that need none. */
    static SessionHiding of(ServletContext application) {
        return application.getAttribute(SessionHiding.class.getName()) instanceof SessionHiding known
                ? known
                : NoHiding.INSTANCE;
    }

    /** Leaves sessions alone. */
    enum NoHiding implements SessionHiding {
        INSTANCE;

        @Override
        public void hide(HttpServletRequest request) {}

        @Override
        public void show(HttpServletRequest request) {}
    }
}
