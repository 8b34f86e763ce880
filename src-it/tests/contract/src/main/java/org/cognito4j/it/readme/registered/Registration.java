package org.cognito4j.it.readme.registered;

import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import java.util.Map;
import org.cognito4j.jakarta.filter.CognitoFilter;

/** Protects the orders by a line of program. */
@WebListener
public class Registration implements ServletContextListener {

    @Override
    public void contextInitialized(ServletContextEvent event) {
        ServletContext servletContext = event.getServletContext();
        CognitoFilter.register(servletContext, "orders", Map.of("required-scopes", "orders.read"), "/orders/*");
    }
}
