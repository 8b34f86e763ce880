package org.cognito4j.it.hostile.constraint;

import jakarta.servlet.annotation.WebServlet;
import javax.annotation.security.RolesAllowed;
import org.cognito4j.it.hostile.OrdersServlet;

/** Was moved from Java EE 8, with one import left behind. */
@WebServlet("/orders/*")
@RolesAllowed("read")
public class JavaxServlet extends OrdersServlet {

    private static final long serialVersionUID = 1L;
}
