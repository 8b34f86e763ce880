package org.cognito4j.benchmarks.http.app;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Answers two letters, so that what is measured is what stands before it. */
public final class Resource extends HttpServlet {

    private static final long serialVersionUID = 1;

    /** For the container. */
    public Resource() {}

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("text/plain");
        response.setContentLength(2);
        response.getOutputStream().print("ok");
    }
}
