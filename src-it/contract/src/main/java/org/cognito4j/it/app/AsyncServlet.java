package org.cognito4j.it.app;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Reports the caller from another thread, or after a dispatch from there. */
@WebServlet(
        urlPatterns = {"/async/thread", "/async/dispatch"},
        asyncSupported = true)
public class AsyncServlet extends HttpServlet {

    private static final long serialVersionUID = 1;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) {
        AsyncContext async = request.startAsync(request, response);
        if (request.getServletPath().endsWith("/dispatch")) {
            async.start(() -> async.dispatch("/open/after-dispatch"));
        } else {
            async.start(() -> report(async, request, response));
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
