package org.cognito4j.it.app;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Begins a session, for reasons of the application's own. */
@WebServlet("/session")
public class SessionServlet extends HttpServlet {

    private static final long serialVersionUID = 1;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Object before = request.getSession().getAttribute("visits");
        int visits = before instanceof Integer number ? number + 1 : 1;
        request.getSession().setAttribute("visits", visits);
        CallerReport.write(request, response);
        CallerReport.line(response, "visits-of-session", visits);
    }
}
