package org.cognito4j.it.used;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Answers on a path of a constraint and on an open one, and asks for a role where the query says so. */
@WebServlet({"/orders/*", "/free/*"})
public class UsedServlet extends HttpServlet {

    private static final long serialVersionUID = 1;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String role = request.getParameter("role");
        response.getWriter().print(role == null || request.isUserInRole(role));
    }
}
