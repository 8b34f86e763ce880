package org.cognito4j.it.hostile.beans;

import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import org.cognito4j.it.hostile.OrdersServlet;
import org.cognito4j.jakarta.access.RequiresScope;

/** Registers a servlet that has the scope. */
@WebListener
public class ScopedServletOfListener implements ServletContextListener {

    @Override
    public void contextInitialized(ServletContextEvent start) {
        start.getServletContext().addServlet("orders", RegisteredServlet.class).addMapping("/orders/*");
    }

    /** Has no mapping of its own. */
    @RequiresScope("read")
    public static class RegisteredServlet extends OrdersServlet {

        private static final long serialVersionUID = 1L;
    }
}
