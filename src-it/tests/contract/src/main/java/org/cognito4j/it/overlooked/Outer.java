package org.cognito4j.it.overlooked;

import jakarta.servlet.annotation.HttpConstraint;
import jakarta.servlet.annotation.HttpMethodConstraint;
import jakarta.servlet.annotation.ServletSecurity;
import jakarta.servlet.annotation.ServletSecurity.EmptyRoleSemantic;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.cognito4j.it.app.CallerReport;

/** Holds servlets within itself. */
public final class Outer {

    private Outer() {}

    /** Reports its caller for every method. */
    public abstract static class Reporting extends HttpServlet {

        private static final long serialVersionUID = 1;

        @Override
        protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
            CallerReport.write(request, response);
        }
    }

    /** For readers, and for writers where something changes. */
    @WebServlet("/inner/*")
    @ServletSecurity(
            value = @HttpConstraint(rolesAllowed = "write"),
            httpMethodConstraints = @HttpMethodConstraint(value = "GET", rolesAllowed = "read"))
    public static class Inner extends Reporting {

        private static final long serialVersionUID = 1;
    }

    /** Closed to everybody. */
    @WebServlet("/closed")
    @ServletSecurity(@HttpConstraint(EmptyRoleSemantic.DENY))
    public static class Closed extends Reporting {

        private static final long serialVersionUID = 1;
    }

    /** Has the constraint of its subclasses. */
    @ServletSecurity(
            value = @HttpConstraint(rolesAllowed = "write"),
            httpMethodConstraints = @HttpMethodConstraint(value = "GET", rolesAllowed = "read"))
    public abstract static class ForReaders extends Reporting {

        private static final long serialVersionUID = 1;
    }

    /** Has its constraint from its superclass. */
    @WebServlet("/inherited/*")
    public static class Inheriting extends ForReaders {

        private static final long serialVersionUID = 1;
    }

    /** Open. */
    @WebServlet("/plain")
    public static class Plain extends Reporting {

        private static final long serialVersionUID = 1;
    }
}
