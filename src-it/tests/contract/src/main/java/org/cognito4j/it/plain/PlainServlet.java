package org.cognito4j.it.plain;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** What answers in an application that has nothing of the module. */
@WebServlet("/hello")
public class PlainServlet extends HttpServlet {

    private static final long serialVersionUID = 1;

    /** Made by the container. */
    public PlainServlet() {}

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.getWriter().print("hello");
    }
}
