package org.cognito4j.server.jetty;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.cognito4j.jakarta.container.ContainerOutcome;

/**
 * Finds out who sends a request: the seam between Jetty and whatever authenticates in this application.
 *
 * <p>Implementations are called by many threads at once. Whatever one throws, the request does not get through.
 */
@FunctionalInterface
interface CallerCheck {

    /**
     * Checks one request.
     *
     * @param request the request, before any filter
     * @param response where a refusal is written; what is written counts only if the outcome is {@link ContainerOutcome.Answered}
     * @param isProtected whether the request cannot go on without a caller
     * @return the outcome, never null
     * @throws Exception if no outcome was reached
     */
    ContainerOutcome check(HttpServletRequest request, HttpServletResponse response, boolean isProtected)
            throws Exception;
}
