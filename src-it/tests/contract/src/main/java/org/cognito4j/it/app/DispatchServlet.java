package org.cognito4j.it.app;

import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Hands the request on to a protected path, or to an error page. */
@WebServlet({"/dispatch/forward", "/dispatch/include", "/dispatch/error"})
public class DispatchServlet extends HttpServlet {

    private static final long serialVersionUID = 1;
    private static final int STATUS_WITH_ERROR_PAGE = 418;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        switch (request.getServletPath()) {
            case "/dispatch/forward" ->
                request.getRequestDispatcher("/read/target").forward(request, response);
            case "/dispatch/include" ->
                request.getRequestDispatcher("/read/target").include(request, response);
            default -> response.sendError(STATUS_WITH_ERROR_PAGE);
        }
    }
}
