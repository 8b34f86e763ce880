package org.cognito4j.it.app;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Reports the caller on paths that web.xml protects, and on an open one. */
@WebServlet({"/open/*", "/read/*", "/write/*", "/any-caller/*", "/nobody/*"})
public class ReportServlet extends HttpServlet {

    private static final long serialVersionUID = 1;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        CallerReport.write(request, response);
    }
}
