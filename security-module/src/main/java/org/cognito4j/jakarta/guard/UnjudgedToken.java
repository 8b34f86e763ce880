package org.cognito4j.jakarta.guard;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.atomic.AtomicBoolean;
import org.cognito4j.jakarta.AuthenticatorFinding;
import org.cognito4j.jakarta.BearerToken;
import org.cognito4j.jakarta.CognitoService;
import org.cognito4j.jakarta.decision.DecisionForm;
import org.cognito4j.jakarta.decision.RefusalCode;
import org.cognito4j.net.QuietLog;

/**
 * Refuses a request whose bearer token has got past the container's authentication although the module never saw it. That
 * happens where a server asks another authentication than the one that was found at the start.
 */
final class UnjudgedToken {

    private static final Logger LOG = QuietLog.of("org.cognito4j");

    private final AtomicBoolean isLogged = new AtomicBoolean();

    /**
     * Refuses a request if its token is one that the module had to judge and has not.
     *
     * @return whether the request goes no further
     */
    boolean isRefused(HttpServletRequest request, HttpServletResponse response) {
        CognitoService service = CognitoService.in(request.getServletContext());
        if (service == null || !isOverlooked(request, service)) {
            return false;
        }
        if (isLogged.compareAndSet(false, true)) {
            LOG.log(
                    Level.ERROR,
                    "The application " + AuthenticatorFinding.nameOf(request.getServletContext())
                            + " got a request with a bearer token that the server did not let cognito4j judge, so such"
                            + " requests are answered 503. Remove the other authentication from the application or the"
                            + " server, or set cognito.authentication=off if it is meant. This is logged once");
        }
        PendingChallenge.refuse(
                service.refusals().unavailable(request, DecisionForm.GUARD, RefusalCode.NOT_ASKED), request, response);
        return true;
    }

    private static boolean isOverlooked(HttpServletRequest request, CognitoService service) {
        return request.getDispatcherType() == DispatcherType.REQUEST
                && AuthenticatorFinding.isModuleIn(request.getServletContext())
                && PendingChallenge.of(request) == null
                && !(BearerToken.of(request) instanceof BearerToken.Absent)
                && service.paths().include(request);
    }
}
