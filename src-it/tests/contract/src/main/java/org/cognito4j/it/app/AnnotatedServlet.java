package org.cognito4j.it.app;

import jakarta.servlet.annotation.HttpConstraint;
import jakarta.servlet.annotation.HttpMethodConstraint;
import jakarta.servlet.annotation.ServletSecurity;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Protected by annotation: read for GET, write for everything else. */
@WebServlet("/annotated")
@ServletSecurity(
        value = @HttpConstraint(rolesAllowed = "write"),
        httpMethodConstraints = @HttpMethodConstraint(value = "GET", rolesAllowed = "read"))
public class AnnotatedServlet extends HttpServlet {

    private static final long serialVersionUID = 1;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        CallerReport.write(request, response);
    }
}
