package org.cognito4j.jakarta.security;

import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationException;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanismHandler;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

/**
 * Leaves each request to the mechanism that is chosen for it. What Jakarta Security 4.0 asks in place of a mechanism. An
 * older one does not have its interface, so this class is loaded only where there is one. It has no annotation, since TomEE
 * loads whatever has one.
 */
class MixedAuthenticationHandler implements HttpAuthenticationMechanismHandler {

    private final @Nullable MechanismChoice choice;

    /** For the container's proxy. */
    MixedAuthenticationHandler() {
        this.choice = null;
    }

    @Inject
    MixedAuthenticationHandler(MechanismChoice choice) {
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
