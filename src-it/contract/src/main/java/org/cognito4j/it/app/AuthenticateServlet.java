package org.cognito4j.it.app;

import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.SecurityContext;
import jakarta.security.enterprise.authentication.mechanism.http.AuthenticationParameters;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Open to everybody, but asks for a caller itself, in the two ways there are. */
@WebServlet({"/authenticate/by-request", "/authenticate/by-security-context"})
public class AuthenticateServlet extends HttpServlet {

    private static final long serialVersionUID = 1;

    @Inject
    @SuppressWarnings("serial") // a proxy; servlets are never serialized
    private SecurityContext security;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        if (authenticate(request, response)) {
            CallerReport.write(request, response);
        }
    }

    private boolean authenticate(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        if (request.getServletPath().endsWith("/by-request")) {
            return request.authenticate(response);
        }
        AuthenticationStatus status = security.authenticate(request, response, AuthenticationParameters.withParams());
        return status == AuthenticationStatus.SUCCESS;
    }
}
