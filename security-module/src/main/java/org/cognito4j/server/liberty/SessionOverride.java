package org.cognito4j.server.liberty;

import jakarta.security.enterprise.authentication.mechanism.http.AuthenticationParameters;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRequestEvent;
import jakarta.servlet.ServletRequestListener;
import jakarta.servlet.http.HttpServletRequest;
import org.cognito4j.jakarta.BearerToken;
import org.cognito4j.jakarta.CognitoService;
import org.cognito4j.jakarta.security.MechanismPresence;

/**
 * Makes the token of a request count for more than a person's session, on Open Liberty: there the caller of the session
 * stays, whoever a mechanism says it is, unless the request is known beforehand to be a new authentication. Listeners
 * hear of a request before that.
 */
final class SessionOverride implements ServletRequestListener {

    /** How Liberty's own {@code SecurityContext.authenticate} hands on what it was asked for. */
    static final String PARAMETERS = "com.ibm.ws.security.javaeesec.auth.params";

    @Override
    public void requestInitialized(ServletRequestEvent event) {
        if (event.getServletRequest() instanceof HttpServletRequest request && isOfMachine(request)) {
            request.setAttribute(
                    PARAMETERS, AuthenticationParameters.withParams().newAuthentication(true));
        }
    }

    private static boolean isOfMachine(HttpServletRequest request) {
        ServletContext application = request.getServletContext();
        CognitoService service = CognitoService.in(application);
        return MechanismPresence.isNotedIn(application)
                && service != null
                && !(BearerToken.of(request) instanceof BearerToken.Absent)
                && service.isForMachines(request);
    }
}
