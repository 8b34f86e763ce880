package org.cognito4j.server.jetty;

import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import org.cognito4j.jakarta.container.ContainerAuthentication;
import org.cognito4j.jakarta.decision.DecisionForm;
import org.jspecify.annotations.Nullable;

/**
 * Notes that a check broke down, so that its request is refused.
 *
 * @param application whose requests are checked
 * @param form who checks them
 */
record CheckFailure(ServletContext application, DecisionForm form) {

    /** When to try again if a check breaks down, in seconds. */
    static final String RETRY_AFTER = "5";

    /**
     * Notes a failure.
     *
     * @param request null if it is not at hand
     */
    void note(Throwable failure, @Nullable HttpServletRequest request) {
        ContainerAuthentication.noteFailure(failure, form, request, application);
    }
}
