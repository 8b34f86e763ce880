package org.cognito4j.it.hostile.beans;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Asks the application's bean. */
@WebServlet("/orders/*")
public class BeanServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient Instance<Orders> orders;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String secret = orders.get().find(String.valueOf(request.getRemoteUser()));
        response.setContentType("text/plain");
        response.getWriter().println(secret);
    }
}
