package org.cognito4j.it.hostile.filter;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import java.util.EnumSet;
import org.cognito4j.jakarta.filter.CognitoFilter;

/** Adds the filter with the means of the Servlet API, as for any filter. */
@WebListener
public class AddingListener implements ServletContextListener {

    @Override
    public void contextInitialized(ServletContextEvent start) {
        FilterRegistration.Dynamic filter = start.getServletContext().addFilter("orders", new CognitoFilter());
        filter.setInitParameter("required-scopes", "read");
        filter.setAsyncSupported(true);
        filter.addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST), true, "/orders/*");
    }
}
