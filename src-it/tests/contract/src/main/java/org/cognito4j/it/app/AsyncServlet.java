package org.cognito4j.it.app;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Reports the caller from another thread, after a dispatch, or after a dispatch from another thread. */
@WebServlet(
        urlPatterns = {"/async/thread", "/async/dispatch", "/async/thread-dispatch"},
        asyncSupported = true)
public class AsyncServlet extends HttpServlet {

    private static final long serialVersionUID = 1;
    private static final String TARGET = "/open/after-dispatch";

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) {
        AsyncContext async = request.startAsync(request, response);
        switch (request.getServletPath()) {
            case "/async/dispatch" -> async.dispatch(TARGET);
            case "/async/thread-dispatch" -> async.start(() -> async.dispatch(TARGET));
            default -> async.start(() -> report(async, request, response));
        }
    }

    private static void report(AsyncContext async, HttpServletRequest request, HttpServletResponse response) {
        try {
            CallerReport.write(request, response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            async.complete();
        }
    }
}
