package org.cognito4j.it.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStoreHandler;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** Answers a bearer token in the words of RFC 6750. */
@ApplicationScoped
public class ToyMechanism implements HttpAuthenticationMechanism {

    private static final String SCHEME = "Bearer ";
    private static final String CHALLENGE = "Bearer realm=\"cognito\"";

    @Inject
    private IdentityStoreHandler stores;

    @Inject
    private HttpServletRequest injectedRequest;

    @Inject
    private ToyVisit visit;

    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        response.setHeader("Toy-Path", injectedRequest.getRequestURI());
        response.setHeader("Toy-Visits", String.valueOf(visit.count()));
        String authorization = request.getHeader("Authorization");
        if (authorization == null || !authorization.startsWith(SCHEME)) {
            return context.isProtected() ? refuse(response, context, CHALLENGE) : context.doNothing();
        }
        CredentialValidationResult result =
                stores.validate(new ToyCredential(authorization.substring(SCHEME.length())));
        if (result.getStatus() != CredentialValidationResult.Status.VALID) {
            return refuse(response, context, CHALLENGE + ", error=\"invalid_token\"");
        }
        request.setAttribute("org.cognito4j.challenge", CHALLENGE + ", error=\"insufficient_scope\"");
        return context.notifyContainerAboutLogin(result);
    }

    private static AuthenticationStatus refuse(
            HttpServletResponse response, HttpMessageContext context, String challenge) {
        response.setHeader("WWW-Authenticate", challenge);
        response.setHeader("Cache-Control", "no-store");
        return context.responseUnauthorized();
    }
}
