package org.cognito4j.it.hostile.filter;

import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Answers by the servlet of the name {@code orders}, so that the servlet of the request's path is not called. */
public class NamedDispatchingFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        RequestDispatcher orders = request.getServletContext().getNamedDispatcher("orders");
        if (request.getRequestURI().endsWith("/include")) {
            orders.include(request, response);
        } else {
            orders.forward(request, response);
        }
    }
}
