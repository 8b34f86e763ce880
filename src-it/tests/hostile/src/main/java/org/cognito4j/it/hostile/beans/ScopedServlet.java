package org.cognito4j.it.hostile.beans;

import jakarta.servlet.annotation.WebServlet;
import org.cognito4j.it.hostile.OrdersServlet;
import org.cognito4j.jakarta.access.RequiresScope;

/** Has the scope on a servlet. */
@WebServlet("/orders/*")
@RequiresScope("read")
public class ScopedServlet extends OrdersServlet {

    private static final long serialVersionUID = 1L;
}
