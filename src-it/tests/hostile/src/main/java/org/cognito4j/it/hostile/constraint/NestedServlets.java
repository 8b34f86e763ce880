package org.cognito4j.it.hostile.constraint;

import jakarta.servlet.annotation.HttpConstraint;
import jakarta.servlet.annotation.ServletSecurity;
import jakarta.servlet.annotation.WebServlet;
import org.cognito4j.it.hostile.OrdersServlet;

/** An application in one file, as in tutorials. */
public final class NestedServlets {

    private NestedServlets() {}

    /** Has its constraint on a nested class. */
    @WebServlet("/orders/*")
    @ServletSecurity(@HttpConstraint(rolesAllowed = "read"))
    public static class Orders extends OrdersServlet {

        private static final long serialVersionUID = 1L;
    }
}
