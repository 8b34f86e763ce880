package org.cognito4j.it.hostile.mechanism;

import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;

/** Trusts in a header, as mechanisms for tests do. Is a bean in its subclasses alone. */
public abstract class HeaderLogin implements HttpAuthenticationMechanism {

    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        String name = request.getHeader("X-Test-User");
        if (name != null) {
            return context.notifyContainerAboutLogin(name, Set.of("read"));
        }
        return context.isProtected() ? context.responseUnauthorized() : context.doNothing();
    }
}
