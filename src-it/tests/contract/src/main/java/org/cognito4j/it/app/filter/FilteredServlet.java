package org.cognito4j.it.app.filter;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.cognito4j.it.app.CallerReport;

/** Protected by {@link ReadFilter} and {@link WriteFilter}; reports its caller for whatever method. */
@WebServlet("/annotated")
public class FilteredServlet extends HttpServlet {

    private static final long serialVersionUID = 1;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        CallerReport.write(request, response);
    }
}
