package org.cognito4j.it.mechanism;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStoreHandler;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.cognito4j.jakarta.security.CognitoCredential;

/** Finds the token in a header of its own, and refuses in whatever way the request asks for. */
@ApplicationScoped
public class OwnMechanism implements HttpAuthenticationMechanism {

    @Inject
    private IdentityStoreHandler stores;

    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        String token = request.getHeader("Api-Token");
        if (token == null && !context.isProtected()) {
            return context.doNothing();
        }
        CognitoCredential credential = new CognitoCredential(token == null ? "" : token);
        CredentialValidationResult result =
                token == null ? CredentialValidationResult.INVALID_RESULT : stores.validate(credential);
        if (result.getStatus() == CredentialValidationResult.Status.VALID) {
            return context.notifyContainerAboutLogin(result);
        }
        if ("as-the-module".equals(request.getHeader("Api-Refusal"))) {
            credential.refuse(response);
            return AuthenticationStatus.SEND_FAILURE;
        }
        response.setHeader("WWW-Authenticate", "Api-Token");
        return refuse(String.valueOf(request.getHeader("Api-Refusal")), response, context);
    }

    private static AuthenticationStatus refuse(String way, HttpServletResponse response, HttpMessageContext context) {
        return switch (way) {
            case "redirect" -> context.redirect("/login");
            case "body" -> {
                response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
                write(response, "no token, no answer");
                yield AuthenticationStatus.SEND_FAILURE;
            }
            case "nothing" -> AuthenticationStatus.SEND_CONTINUE;
            case "failure" -> throw new IllegalStateException("as asked for");
            default -> context.responseUnauthorized();
        };
    }

    private static void write(HttpServletResponse response, String body) {
        try {
            response.getWriter().print(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
