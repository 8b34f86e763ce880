package org.cognito4j.it.hostile.constraint;

import jakarta.servlet.annotation.HttpConstraint;
import jakarta.servlet.annotation.ServletSecurity;
import org.cognito4j.it.hostile.OrdersServlet;

/** Has the constraint for all servlets of an application. */
@ServletSecurity(@HttpConstraint(rolesAllowed = "read"))
public abstract class Base extends OrdersServlet {

    private static final long serialVersionUID = 1L;
}
