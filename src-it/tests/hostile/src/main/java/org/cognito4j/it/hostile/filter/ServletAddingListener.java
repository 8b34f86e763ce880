package org.cognito4j.it.hostile.filter;

import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.ServletRegistration;
import jakarta.servlet.annotation.WebListener;
import org.cognito4j.it.hostile.OrdersServlet;

/** Adds a servlet below the path of the filter. */
@WebListener
public class ServletAddingListener implements ServletContextListener {

    @Override
    public void contextInitialized(ServletContextEvent start) {
        ServletRegistration.Dynamic orders = start.getServletContext().addServlet("added", new OrdersServlet());
        orders.setAsyncSupported(true);
        orders.addMapping("/orders/*");
    }
}
