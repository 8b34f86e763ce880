package org.cognito4j.it.app;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Decides for itself that its caller may not: with an error, with a body of its own, or with that from another thread. */
@WebServlet(
        urlPatterns = {"/forbidden/error", "/forbidden/body", "/forbidden/async"},
        asyncSupported = true)
public class ForbiddenServlet extends HttpServlet {

    private static final long serialVersionUID = 1;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        switch (request.getServletPath()) {
            case "/forbidden/error" -> response.sendError(HttpServletResponse.SC_FORBIDDEN);
            case "/forbidden/async" -> {
                AsyncContext async = request.startAsync(request, response);
                async.start(() -> refuse(async));
            }
            default -> refuse(response);
        }
    }

    private static void refuse(AsyncContext async) {
        try {
            refuse((HttpServletResponse) async.getResponse());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            async.complete();
        }
    }

    private static void refuse(HttpServletResponse response) throws IOException {
        response.setStatus(HttpServletResponse.SC_FORBIDDEN);
        response.getWriter().print("not you");
    }
}
