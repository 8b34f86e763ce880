package org.cognito4j.it.hostile.constraint;

import jakarta.annotation.security.RolesAllowed;
import jakarta.servlet.annotation.WebServlet;
import org.cognito4j.it.hostile.OrdersServlet;

/** Has the annotation of enterprise beans, which no servlet container reads. */
@WebServlet("/orders/*")
@RolesAllowed("read")
public class RolesAllowedServlet extends OrdersServlet {

    private static final long serialVersionUID = 1L;
}
