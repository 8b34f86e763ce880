package org.cognito4j.server.soteria;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.BeforeBeanDiscovery;
import jakarta.enterprise.inject.spi.Extension;

/**
 * Gives CDI applications on Jetty and Tomcat a {@code SecurityContext} that works there.
 *
 * <p>Called by the CDI container, never by an application. Adds nothing on other servers, whose own is better.
 */
public final class SoteriaExtension implements Extension {

    /** Made by the CDI container. */
    public SoteriaExtension() {}

    void addSecurityContext(@Observes BeforeBeanDiscovery discovery) {
        if (isServletContainer(Thread.currentThread().getContextClassLoader()) && Soteria.isPresent()) {
            discovery.addAnnotatedType(RequestSecurityContext.class, RequestSecurityContext.class.getName());
        }
    }

    /** CDI may start before a server's own classes become visible, so this goes by the loader of the application. */
    private static boolean isServletContainer(ClassLoader application) {
        for (ClassLoader loader = application; loader != null; loader = loader.getParent()) {
            String name = loader.getClass().getName();
            if (name.startsWith("org.eclipse.jetty.") || name.startsWith("org.apache.catalina.")) {
                return true;
            }
        }
        return false;
    }
}
