package org.cognito4j.it.hostile.filter;

import jakarta.servlet.ServletContainerInitializer;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRegistration;
import java.util.Set;
import org.cognito4j.it.hostile.OrdersServlet;
import org.jspecify.annotations.Nullable;

/** Adds a servlet below the path of the filter, as frameworks do. */
public class AddingInitializer implements ServletContainerInitializer {

    @Override
    public void onStartup(@Nullable Set<Class<?>> classes, ServletContext context) {
        ServletRegistration.Dynamic orders = context.addServlet("added", new OrdersServlet());
        orders.setAsyncSupported(true);
        orders.addMapping("/orders/*");
    }
}
