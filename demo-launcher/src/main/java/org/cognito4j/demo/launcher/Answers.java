package org.cognito4j.demo.launcher;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** How the playground answers: JSON that nobody keeps. */
final class Answers {

    private Answers() {}

    static void send(HttpServletResponse response, int status, String json) throws IOException {
        response.setStatus(status);
        response.setContentType("application/json");
        response.setCharacterEncoding("UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.getWriter().print(json);
    }
}
