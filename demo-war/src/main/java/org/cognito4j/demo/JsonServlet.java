package org.cognito4j.demo;

import jakarta.json.JsonObject;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Answers every GET with one JSON object. Who may call is said elsewhere. */
abstract class JsonServlet extends HttpServlet {

    private static final long serialVersionUID = 1;

    @Override
    protected final void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("application/json");
        response.setCharacterEncoding("UTF-8");
        response.getWriter().println(answer(request));
    }

    abstract JsonObject answer(HttpServletRequest request);
}
