package org.cognito4j.it.hostile.constraint;

import jakarta.servlet.annotation.HttpConstraint;
import jakarta.servlet.annotation.HttpMethodConstraint;
import jakarta.servlet.annotation.ServletSecurity;
import jakarta.servlet.annotation.ServletSecurity.EmptyRoleSemantic;
import jakarta.servlet.annotation.WebServlet;
import org.cognito4j.it.hostile.OrdersServlet;

/** Readers may GET, writers may POST, no caller may DELETE, and all other methods need both lists' first role. */
@WebServlet("/orders/*")
@ServletSecurity(
        value = @HttpConstraint(rolesAllowed = "write"),
        httpMethodConstraints = {
            @HttpMethodConstraint(value = "GET", rolesAllowed = "read"),
            @HttpMethodConstraint(value = "DELETE", emptyRoleSemantic = EmptyRoleSemantic.DENY)
        })
public class MethodServlet extends OrdersServlet {

    private static final long serialVersionUID = 1L;
}
