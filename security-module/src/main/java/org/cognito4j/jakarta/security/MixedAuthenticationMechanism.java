package org.cognito4j.jakarta.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationException;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

/**
 * Leaves each request to the mechanism that is chosen for it. What Jakarta Security 3.0 takes for the application's only
 * mechanism: the selected alternative.
 */
@Alternative
@ApplicationScoped
public class MixedAuthenticationMechanism implements HttpAuthenticationMechanism {

    private final @Nullable MechanismChoice choice;

    /** For the container's proxy. */
    MixedAuthenticationMechanism() {
        this.choice = null;
    }

    @Inject
    MixedAuthenticationMechanism(MechanismChoice choice) {
        this.choice = choice;
    }

    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context)
            throws AuthenticationException {
        return choice.mechanismFor(request).validateRequest(request, response, context);
    }

    @Override
    public AuthenticationStatus secureResponse(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context)
            throws AuthenticationException {
        return choice.mechanismFor(request).secureResponse(request, response, context);
    }

    @Override
    public void cleanSubject(HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        choice.mechanismFor(request).cleanSubject(request, response, context);
    }
}
