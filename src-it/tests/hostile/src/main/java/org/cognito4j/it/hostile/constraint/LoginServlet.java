package org.cognito4j.it.hostile.constraint;

import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.cognito4j.it.hostile.Secret;

/** Logs callers in by what they send, as an application with a realm does. */
@WebServlet("/login")
public class LoginServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            request.login("reader", "read");
        } catch (ServletException e) {
            response.sendError(403, "no login");
            return;
        }
        Secret.tell(request, response);
    }
}
