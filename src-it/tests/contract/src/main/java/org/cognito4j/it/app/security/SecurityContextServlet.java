package org.cognito4j.it.app.security;

import jakarta.inject.Inject;
import jakarta.security.enterprise.SecurityContext;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import org.cognito4j.it.app.CallerReport;
import org.cognito4j.jakarta.CognitoPrincipal;

/** Reports what Jakarta Security's {@code SecurityContext} knows of the caller. */
@WebServlet("/security-context")
public class SecurityContextServlet extends HttpServlet {

    private static final long serialVersionUID = 1;

    @Inject
    @SuppressWarnings("serial") // a proxy; servlets are never serialized
    private SecurityContext security;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Principal caller = security.getCallerPrincipal();
        CallerReport.line(response, "caller", CallerReport.name(caller));
        CallerReport.line(response, "principal", CallerReport.type(caller));
        CallerReport.line(
                response, "roles", CallerReport.roles(role -> !role.equals("**") && security.isCallerInRole(role)));
        CallerReport.line(response, "any-caller", security.isCallerInRole("**"));
        CallerReport.line(
                response,
                "principals",
                security.getPrincipalsByType(Principal.class).size());
        CallerReport.line(
                response,
                "cognito-principals",
                security.getPrincipalsByType(CognitoPrincipal.class).size());
    }
}
