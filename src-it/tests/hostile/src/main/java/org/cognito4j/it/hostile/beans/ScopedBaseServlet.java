package org.cognito4j.it.hostile.beans;

import jakarta.servlet.annotation.WebServlet;
import org.cognito4j.it.hostile.OrdersServlet;
import org.cognito4j.jakarta.access.RequiresScope;

/** Has the scope for all of its subclasses. */
@RequiresScope("read")
public abstract class ScopedBaseServlet extends OrdersServlet {

    private static final long serialVersionUID = 1L;

    /** Has the scope on its superclass. */
    @WebServlet("/orders/*")
    public static class Mapped extends ScopedBaseServlet {

        private static final long serialVersionUID = 1L;
    }
}
