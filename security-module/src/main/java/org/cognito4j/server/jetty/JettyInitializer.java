package org.cognito4j.server.jetty;

import jakarta.servlet.ServletContainerInitializer;
import jakarta.servlet.ServletContext;
import java.util.Set;
import org.cognito4j.jakarta.container.ContainerAuthentication;
import org.cognito4j.net.QuietLog;
import org.jspecify.annotations.Nullable;

/**
 * The entry point on Jetty: installs the authenticator into the web application that is being deployed.
 *
 * <p>Called by the container, never by an application. On a server other than Jetty it returns at once. On a Jetty it
 * cannot work with, it logs why and leaves the application as it was: protected resources then stay closed.
 */
public final class JettyInitializer implements ServletContainerInitializer {

    private static final System.Logger LOG = QuietLog.of("org.cognito4j.jetty");

    /** Made by the container. */
    public JettyInitializer() {}

    @Override
    public void onStartup(@Nullable Set<Class<?>> classes, ServletContext context) {
        if (!isJetty(context)) {
            return;
        }
        try {
            HiddenPackages.open(context);
            Installation.into(context);
        } catch (ReflectiveOperationException | LinkageError unknownJetty) {
            ContainerAuthentication.noteServerAuthentication(
                    context, "a Jetty older than 12.0.16, or without ee10 or ee11,");
            LOG.log(
                    System.Logger.Level.ERROR,
                    "cognito4j needs Jetty 12.0.16 or newer with ee10 or ee11: not installed, protected resources stay"
                            + " closed",
                    unknownJetty);
        }
    }

    private static boolean isJetty(ServletContext context) {
        return context.getClass().getName().startsWith("org.eclipse.jetty.");
    }
}
