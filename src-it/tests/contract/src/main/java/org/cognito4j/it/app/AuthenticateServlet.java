package org.cognito4j.it.app;

import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Open to everybody, but asks for a caller itself; on one path once more, after it has sent the first one away. */
@WebServlet({"/authenticate/by-request", "/authenticate/again"})
public class AuthenticateServlet extends HttpServlet {

    private static final long serialVersionUID = 1;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        if (request.getServletPath().endsWith("/again")) {
            request.logout();
        }
        if (request.authenticate(response)) {
            CallerReport.write(request, response);
        }
    }
}
