package org.cognito4j.server.jetty;

import jakarta.servlet.http.HttpServletRequest;
import org.cognito4j.jakarta.container.ContainerOutcome.Caller;
import org.eclipse.jetty.security.AuthenticationState;
import org.eclipse.jetty.security.SecurityHandler;
import org.eclipse.jetty.security.authentication.LoginAuthenticator;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;

/**
 * The state of a request that has a caller. After a logout there is none, until the application asks for one again: Jetty's
 * own state would be asked in vain, and that would end in an error.
 */
final class KnownCaller extends LoginAuthenticator.UserAuthenticationSucceeded {

    /** What {@code HttpServletRequest.getAuthType()} answers. */
    static final String TYPE = "Bearer";

    private static final long serialVersionUID = 1;

    private KnownCaller(CallerIdentity identity) {
        super(TYPE, identity);
    }

    /** Returns the state; from here on a 403 carries the challenge meant for that caller. */
    static AuthenticationState of(Request request, HttpServletRequest servletRequest, Caller caller) {
        CallerIdentity identity = new CallerIdentity(caller, servletRequest);
        ChallengedStream.addTo(request, servletRequest, identity);
        return new KnownCaller(identity);
    }

    @Override
    public void logout(Request request, Response response) {
        super.logout(request, response);
        if (SecurityHandler.getCurrentSecurityHandler().getAuthenticator() instanceof LoginAuthenticator authenticator
                && authenticator.getAuthenticationType().equals(TYPE)) {
            AuthenticationState.setAuthenticationState(request, AuthenticationState.defer(authenticator));
        }
    }
}
