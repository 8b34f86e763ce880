package org.cognito4j.it.app;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Decides for itself that its caller may not: with an error, with a body of its own, or with that from another thread; for
 * reasons of its own, or because the caller lacks a role that it asks for.
 */
@WebServlet(
        urlPatterns = {
            "/forbidden/error",
            "/forbidden/body",
            "/forbidden/async",
            "/forbidden/role",
            "/forbidden/other-role"
        },
        asyncSupported = true)
public class ForbiddenServlet extends HttpServlet {

    private static final long serialVersionUID = 1;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        switch (request.getServletPath()) {
            case "/forbidden/error" -> response.sendError(HttpServletResponse.SC_FORBIDDEN);
            case "/forbidden/role" -> refuseUnless(request.isUserInRole("write"), response);
            case "/forbidden/other-role" ->
                refuseUnless(request.isUserInRole("write") || request.isUserInRole("read"), response);
            case "/forbidden/async" -> {
                AsyncContext async = request.startAsync(request, response);
                async.start(() -> refuse(async));
            }
            default -> refuse(response);
        }
    }

    /** Whoever has the role is refused all the same, but for another reason. */
    private static void refuseUnless(boolean hasRole, HttpServletResponse response) throws IOException {
        response.sendError(HttpServletResponse.SC_FORBIDDEN, hasRole ? "not today" : "not in this role");
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
