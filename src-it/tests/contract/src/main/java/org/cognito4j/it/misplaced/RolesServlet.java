package org.cognito4j.it.misplaced;

import jakarta.annotation.security.RolesAllowed;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** A servlet with roles, which are for beans and resources. */
@WebServlet("/misplaced")
public class RolesServlet extends HttpServlet {

    private static final long serialVersionUID = 1;

    @Override
    @RolesAllowed("write")
    protected void doGet(HttpServletRequest request, HttpServletResponse response) {
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    }
}
