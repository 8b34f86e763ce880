package org.cognito4j.it.hostile.filter;

import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import java.util.Map;
import org.cognito4j.jakarta.filter.CognitoFilter;

/** Registers the filter when the application starts. */
@WebListener
public class RegisteringListener implements ServletContextListener {

    @Override
    public void contextInitialized(ServletContextEvent start) {
        CognitoFilter.register(start.getServletContext(), "orders", Map.of("required-scopes", "read"), "/orders/*");
    }
}
