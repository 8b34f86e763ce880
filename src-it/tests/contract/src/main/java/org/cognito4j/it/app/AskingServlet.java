package org.cognito4j.it.app;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Asks for its caller on its own, and goes on in every way that there is. */
@WebServlet(
        urlPatterns = {
            "/asking/twice",
            "/asking/redirect",
            "/asking/forward",
            "/asking/include",
            "/asking/dispatch",
            "/asking/missing",
            "/asking/login",
            "/asking/logout"
        },
        asyncSupported = true)
public class AskingServlet extends HttpServlet {

    private static final long serialVersionUID = 1;
    private static final String TARGET = "/open/asked";

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        String way = request.getServletPath().substring("/asking/".length());
        if (way.equals("login")) {
            login(request);
        }
        if (!request.authenticate(response)) {
            return;
        }
        switch (way) {
            case "twice", "login" -> {
                if (request.authenticate(response)) {
                    CallerReport.write(request, response);
                }
            }
            case "redirect" -> response.sendRedirect("../open/elsewhere");
            case "forward" -> request.getRequestDispatcher(TARGET).forward(request, response);
            case "include" -> request.getRequestDispatcher(TARGET).include(request, response);
            case "dispatch" -> {
                AsyncContext async = request.startAsync(request, response);
                async.dispatch(TARGET);
            }
            case "missing" -> response.sendError(HttpServletResponse.SC_NOT_FOUND);
            default -> {
                request.logout();
                CallerReport.write(request, response);
            }
        }
    }

    /** Nobody is known by that name. */
    private static void login(HttpServletRequest request) {
        try {
            request.login("nobody", "wrong");
        } catch (ServletException | RuntimeException refused) {
            request.setAttribute("refused", refused.getClass().getName());
        }
    }
}
