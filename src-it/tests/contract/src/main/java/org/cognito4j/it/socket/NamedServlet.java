package org.cognito4j.it.socket;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.cognito4j.it.app.CallerReport;

/** Protected by a filter that is mapped to its name. */
@WebServlet(name = "named", urlPatterns = "/named/*")
public class NamedServlet extends HttpServlet {

    private static final long serialVersionUID = 1;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        CallerReport.write(request, response);
    }
}
