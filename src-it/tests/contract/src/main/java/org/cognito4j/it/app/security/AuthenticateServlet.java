package org.cognito4j.it.app.security;

import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.SecurityContext;
import jakarta.security.enterprise.authentication.mechanism.http.AuthenticationParameters;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.cognito4j.it.app.CallerReport;

/** Open to everybody, but asks for a caller by the {@code SecurityContext}. */
@WebServlet("/authenticate/by-security-context")
public class AuthenticateServlet extends HttpServlet {

    private static final long serialVersionUID = 1;

    @Inject
    @SuppressWarnings("serial") // a proxy; servlets are never serialized
    private SecurityContext security;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        AuthenticationStatus status = security.authenticate(request, response, AuthenticationParameters.withParams());
        if (status == AuthenticationStatus.SUCCESS) {
            CallerReport.write(request, response);
        }
    }
}
