package org.cognito4j.it.socket;

import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import java.util.Map;
import org.cognito4j.jakarta.filter.CognitoFilter;

/** Protects an area when the application starts: servers have their own filter for handshakes by then. */
@WebListener
public class AreaRegistration implements ServletContextListener {

    @Override
    public void contextInitialized(ServletContextEvent event) {
        CognitoFilter.register(
                event.getServletContext(), "by listener", Map.of("required-scopes", "read"), "/listener/*");
    }
}
