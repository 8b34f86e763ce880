package org.cognito4j.it.hostile;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Hands each request on, in the way and to the target that the path info names. */
public class DispatchingServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        switch (request.getPathInfo()) {
            case "/forward" -> orders(request).forward(request, response);
            case "/include" -> orders(request).include(request, response);
            case "/named" -> getServletContext().getNamedDispatcher("orders").forward(request, response);
            case "/named-include" ->
                getServletContext().getNamedDispatcher("orders").include(request, response);
            case "/async" -> request.startAsync(request, response).dispatch("/orders/1");
            case "/error" -> response.sendError(404);
            case "/exception" -> throw new ServletException("meant");
            default -> response.getWriter().println("nothing to hand on");
        }
    }

    private static RequestDispatcher orders(HttpServletRequest request) {
        return request.getRequestDispatcher("/orders/1");
    }
}
