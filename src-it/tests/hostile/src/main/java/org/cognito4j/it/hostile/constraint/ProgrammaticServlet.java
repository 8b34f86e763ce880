package org.cognito4j.it.hostile.constraint;

import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.cognito4j.it.hostile.Secret;

/** Asks for its caller and the role itself. */
@WebServlet("/orders/*")
public class ProgrammaticServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        if (request.getUserPrincipal() == null && !request.authenticate(response)) {
            return;
        }
        if (request.isUserInRole("read")) {
            Secret.tell(request, response);
        } else {
            response.sendError(403);
        }
    }
}
