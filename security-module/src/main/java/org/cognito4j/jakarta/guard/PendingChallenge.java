package org.cognito4j.jakarta.guard;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.cognito4j.jakarta.Authentication.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * What an authentication leaves with the request for those who see it later: adapters of servers, which give a 403 its
 * challenge, and the {@code AfterAuthenticationFilter}.
 *
 * <p>Servers write the 403 for a missing role by themselves and ask nobody again. So the challenge is set before the
 * container is told of the caller, and taken back by the guard once the container has let the request in.
 */
public final class PendingChallenge {

    /** What a 403 to the authenticated caller says in {@code WWW-Authenticate}. */
    private static final String CHALLENGE = "org.cognito4j.challenge";

    private static final String REFUSED = PendingChallenge.class.getName() + ".refused";
    private static final String KEPT_CLOSED = PendingChallenge.class.getName() + ".kept-closed";
    private static final String WITHDRAWN_BEHIND = PendingChallenge.class.getName() + ".withdrawn";
    private static final String LET_IN = PendingChallenge.class.getName() + ".let-in";
    private static final String EARLIER_CACHE_CONTROL = PendingChallenge.class.getName() + ".cache-control";

    private PendingChallenge() {}

    /** Notes that a filter of an application calls {@link #letIn} behind the container's authentication. */
    static void expectWithdrawalIn(ServletContext application) {
        application.setAttribute(WITHDRAWN_BEHIND, Boolean.TRUE);
    }

    /**
     * Returns the challenge that a 403 to the authenticated caller of a request carries.
     *
     * @param request the request
     * @return null if the module has not authenticated its caller
     */
    public static @Nullable String of(HttpServletRequest request) {
        return request.getAttribute(CHALLENGE) instanceof String challenge ? challenge : null;
    }

    /** Announces the challenge of a caller who is known, while the container has not decided whether it lets the caller in. */
    public static void announce(String challenge, HttpServletRequest request, HttpServletResponse response) {
        request.setAttribute(CHALLENGE, challenge);
        if (isUndecided(request)) {
            SessionHiding.of(request.getServletContext()).hide(request);
            request.setAttribute(EARLIER_CACHE_CONTROL, List.copyOf(response.getHeaders("Cache-Control")));
            response.setHeader("WWW-Authenticate", challenge);
            response.setHeader("Cache-Control", "no-store");
        }
    }

    /**
     * Whether the container has still to decide about the request, and the guard comes after that. An application that asks
     * for its caller once more, by {@code authenticate}, runs behind the guard.
     */
    private static boolean isUndecided(HttpServletRequest request) {
        return request.getDispatcherType() != DispatcherType.ERROR
                && request.getAttribute(LET_IN) == null
                && request.getServletContext().getAttribute(WITHDRAWN_BEHIND) != null;
    }

    /** Whether the application itself asks, by {@code authenticate}: Tomcat tells of no more than a protected resource. */
    public static boolean isAskedByApplication(HttpServletRequest request) {
        return request.getDispatcherType() != DispatcherType.ERROR && request.getAttribute(LET_IN) != null;
    }

    /** The container has let the request in: makes the response what it was before. */
    static void letIn(HttpServletRequest request, HttpServletResponse response) {
        request.setAttribute(LET_IN, Boolean.TRUE);
        SessionHiding.of(request.getServletContext()).show(request);
        withdraw(request, response);
        open(request, response);
    }

    /**
     * Nothing is said about a caller whom the container must not let in as it is. What WildFly then answers is the status
     * of the response, so that is not left at 200.
     */
    public static void keepClosed(HttpServletRequest request, HttpServletResponse response) {
        boolean isAnswered = isUndecided(request) && !response.isCommitted();
        request.setAttribute(KEPT_CLOSED, isAnswered);
        if (isAnswered) {
            response.setStatus(HttpServletResponse.SC_FORBIDDEN);
        }
    }

    /** Returns whether a request was kept closed, and nobody has let the caller in since. True once for a request. */
    static boolean takeKeptClosed(HttpServletRequest request) {
        boolean isClosed = request.getAttribute(KEPT_CLOSED) != null;
        if (isClosed) {
            request.removeAttribute(KEPT_CLOSED);
        }
        return isClosed;
    }

    /** Makes the response what it was before {@link #keepClosed}: somebody else has let the caller in. */
    private static void open(HttpServletRequest request, HttpServletResponse response) {
        boolean isAnswered = Boolean.TRUE.equals(request.getAttribute(KEPT_CLOSED));
        request.removeAttribute(KEPT_CLOSED);
        if (isAnswered) {
            response.setStatus(HttpServletResponse.SC_OK);
        }
    }

    /** The request goes no further, whatever the server makes of that. */
    public static void refuse(Refusal refusal, HttpServletRequest request, HttpServletResponse response) {
        request.setAttribute(REFUSED, refusal);
        if (!response.isCommitted()) {
            withdraw(request, response);
            refusal.writeTo(response);
        }
    }

    /** Returns whether the module has refused a request. */
    public static boolean isRefused(HttpServletRequest request) {
        return request.getAttribute(REFUSED) != null;
    }

    /** Writes a refusal again, over what the server has made of it. */
    static void repeatRefusal(HttpServletRequest request, HttpServletResponse response) {
        if (!response.isCommitted()) {
            ((Refusal) request.getAttribute(REFUSED)).writeTo(response);
        }
    }

    /** Whether the container has refused the caller: nobody took the challenge back. True once for a request. */
    static boolean takeContainerRefusal(HttpServletRequest request) {
        boolean isOpen = request.getAttribute(EARLIER_CACHE_CONTROL) != null;
        if (isOpen) {
            request.removeAttribute(EARLIER_CACHE_CONTROL);
        }
        return isOpen;
    }

    /** Makes the response what it was before {@link #announce}. */
    @SuppressWarnings("unchecked") // set here and nowhere else
    private static void withdraw(HttpServletRequest request, HttpServletResponse response) {
        List<String> cacheControl = (List<String>) request.getAttribute(EARLIER_CACHE_CONTROL);
        if (cacheControl != null) {
            request.removeAttribute(EARLIER_CACHE_CONTROL);
            ResponseHeaders.remove("WWW-Authenticate", response);
            ResponseHeaders.remove("Cache-Control", response);
            cacheControl.forEach(value -> response.addHeader("Cache-Control", value));
        }
    }
}
