package org.cognito4j.jakarta;

import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import java.util.Optional;

/**
 * Starts the module in an application with CDI. Wrong settings end the deployment here, before anyone can call.
 */
final class CognitoStart implements ServletContextListener {

    @Override
    public void contextInitialized(ServletContextEvent event) {
        ServletContext application = event.getServletContext();
        beans().ifPresent(holder -> holder.start(application));
    }

    /** Empty where there is no CDI, in which case the application uses the module in another form. */
    private static Optional<ServiceHolder> beans() {
        try {
            Instance<ServiceHolder> holder = CDI.current().select(ServiceHolder.class);
            return holder.isResolvable() ? Optional.of(holder.get()) : Optional.empty();
        } catch (NoClassDefFoundError | IllegalStateException e) {
            return Optional.empty();
        }
    }
}
