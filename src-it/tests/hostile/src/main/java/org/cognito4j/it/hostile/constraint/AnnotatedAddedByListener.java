package org.cognito4j.it.hostile.constraint;

import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;

/** Adds a servlet whose constraint stands on its class. */
@WebListener
public class AnnotatedAddedByListener implements ServletContextListener {

    @Override
    public void contextInitialized(ServletContextEvent start) {
        start.getServletContext().addServlet("orders", AddedServlet.class).addMapping("/orders/*");
    }
}
