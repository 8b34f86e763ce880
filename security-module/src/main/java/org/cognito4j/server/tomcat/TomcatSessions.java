package org.cognito4j.server.tomcat;

import jakarta.servlet.http.HttpServletRequest;
import org.cognito4j.jakarta.guard.SessionHiding;

/** Hides sessions by {@link TomcatSession}. */
final class TomcatSessions implements SessionHiding {

    @Override
    public void hide(HttpServletRequest request) {
        TomcatSession.hide(request);
    }

    @Override
    public void show(HttpServletRequest request) {
        TomcatSession.show(request);
    }
}
