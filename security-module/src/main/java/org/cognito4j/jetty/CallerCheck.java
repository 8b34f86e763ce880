package org.cognito4j.jetty;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.util.Set;

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
     * @param response where a refusal is written; what is written counts only if the outcome is {@link Answered}
     * @param isProtected whether the request cannot go on without a caller
     * @return the outcome, never null
     * @throws Exception if no outcome was reached
     */
    Outcome check(HttpServletRequest request, HttpServletResponse response, boolean isProtected) throws Exception;

    /** What a check found. */
    sealed interface Outcome permits Anonymous, Answered, Caller {}

    /** There is no caller and nothing was wrong with that: the container decides. */
    record Anonymous() implements Outcome {}

    /** The response is the answer, the request ends here. */
    record Answered() implements Outcome {}

    /**
     * There is a caller.
     *
     * @param principal the caller, of the class the application will see
     * @param roles the roles, possibly none; unmodifiable
     */
    record Caller(Principal principal, Set<String> roles) implements Outcome {}
}
