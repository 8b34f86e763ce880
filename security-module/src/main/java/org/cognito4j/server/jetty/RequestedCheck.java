package org.cognito4j.server.jetty;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.cognito4j.jakarta.container.ContainerAuthentication;
import org.cognito4j.jakarta.container.ContainerOutcome;
import org.cognito4j.jakarta.container.ContainerOutcome.Anonymous;
import org.cognito4j.jakarta.container.ContainerOutcome.Caller;
import org.cognito4j.net.QuietLog;
import org.eclipse.jetty.security.AuthenticationState;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * A check that a servlet asks for by {@code HttpServletRequest.authenticate()}.
 *
 * <p>The servlet layer is running by then: answers go straight to the servlet's response and need no capturing.
 */
final class RequestedCheck {

    private static final System.Logger LOG = QuietLog.of("org.cognito4j.jetty");

    private final ServletView servlets;
    private final CallerCheck check;
    private final CheckFailure failures;

    RequestedCheck(ServletView servlets, CallerCheck check, CheckFailure failures) {
        this.servlets = servlets;
        this.check = check;
        this.failures = failures;
    }

    /** Jetty 12.1 comes here by itself. */
    AuthenticationState validate(Request request, Response response, Callback callback) {
        AuthenticationState state = AuthenticationState.SEND_FAILURE;
        try {
            AuthenticationState admitted =
                    validate(request, servlets.request(request), servlets.response(request, response));
            if (admitted != null) {
                return admitted; // Jetty completes the callback
            }
        } catch (ReflectiveOperationException e) {
            failures.note(e, null);
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "A refusal could not be written", e); // it is noted already
        }
        callback.succeeded();
        return state;
    }

    /** Jetty 12.0 keeps the response to itself, so {@link AuthenticateFilter} comes here instead. */
    boolean authenticate(HttpServletRequest servletRequest, HttpServletResponse servletResponse) throws IOException {
        Request request;
        try {
            request = servlets.core(servletRequest);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Not a request of Jetty", e);
        }
        AuthenticationState admitted = validate(request, servletRequest, servletResponse);
        if (admitted != null) {
            AuthenticationState.setAuthenticationState(request, admitted);
        }
        return admitted != null;
    }

    private @Nullable AuthenticationState validate(
            Request request, HttpServletRequest servletRequest, HttpServletResponse servletResponse)
            throws IOException {
        int status = HttpServletResponse.SC_UNAUTHORIZED;
        try {
            ContainerOutcome outcome = check.check(servletRequest, servletResponse, true);
            if (outcome instanceof Caller caller) {
                return KnownCaller.of(request, servletRequest, caller);
            }
            if (outcome instanceof Anonymous) {
                ContainerAuthentication.noteClosed(servletRequest);
                status =
                        HttpServletResponse
                                .SC_FORBIDDEN; // no credentials count here, so a challenge would be of no use
            }
        } catch (Throwable failure) { // an Error as well: the servlet must not go on as if nothing had been asked
            failures.note(failure, servletRequest);
            servletResponse.setHeader("Retry-After", CheckFailure.RETRY_AFTER);
            servletResponse.setHeader("Cache-Control", "no-store");
            status = HttpServletResponse.SC_SERVICE_UNAVAILABLE;
        }
        boolean isAnswered = status == HttpServletResponse.SC_UNAUTHORIZED
                && servletResponse.getStatus() != HttpServletResponse.SC_OK;
        if (!isAnswered && !servletResponse.isCommitted()) {
            servletResponse.sendError(status);
        }
        return null;
    }
}
