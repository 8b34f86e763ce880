package org.cognito4j.it.hostile.constraint;

import jakarta.servlet.annotation.HttpConstraint;
import jakarta.servlet.annotation.ServletSecurity;
import jakarta.servlet.annotation.ServletSecurity.EmptyRoleSemantic;
import jakarta.servlet.annotation.WebServlet;
import org.cognito4j.it.hostile.OrdersServlet;

/** Is for no caller. */
@WebServlet("/orders/*")
@ServletSecurity(@HttpConstraint(EmptyRoleSemantic.DENY))
public class DeniedServlet extends OrdersServlet {

    private static final long serialVersionUID = 1L;
}
