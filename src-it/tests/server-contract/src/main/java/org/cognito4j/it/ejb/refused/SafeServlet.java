package org.cognito4j.it.ejb.refused;

import jakarta.ejb.EJB;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Calls the beans on an open path. */
@WebServlet("/refused/*")
public class SafeServlet extends HttpServlet {

    private static final long serialVersionUID = 1;

    @EJB
    @SuppressWarnings("serial") // a proxy; servlets are never serialized
    private Safe safe;

    @EJB
    @SuppressWarnings("serial") // a proxy, too
    private Clerk clerk;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("text/plain;charset=UTF-8");
        response.getWriter()
                .print(
                        switch (request.getPathInfo()) {
                            case "/direct" -> safe.open();
                            case "/hidden" -> clerk.hide();
                            case "/allowed" -> clerk.openIfAllowed();
                            default -> clerk.open();
                        });
    }
}
