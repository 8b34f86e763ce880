package org.cognito4j.it.hostile.constraint;

import jakarta.servlet.annotation.HttpConstraint;
import jakarta.servlet.annotation.ServletSecurity;
import org.cognito4j.it.hostile.OrdersServlet;

/** Has a constraint and no mapping of its own. */
@ServletSecurity(@HttpConstraint(rolesAllowed = "read"))
public class AddedServlet extends OrdersServlet {

    private static final long serialVersionUID = 1L;
}
