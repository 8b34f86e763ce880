package org.cognito4j.jetty;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.BeforeBeanDiscovery;
import jakarta.enterprise.inject.spi.Extension;

/**
 * Gives CDI applications on Jetty a {@code SecurityContext} that works there.
 *
 * <p>Called by the CDI container, never by an application. Adds nothing on other servers, whose own is better.
 */
public final class JettyCdiExtension implements Extension {

    /** Made by the CDI container. */
    public JettyCdiExtension() {}

    void addSecurityContext(@Observes BeforeBeanDiscovery discovery) {
        if (isJetty(Thread.currentThread().getContextClassLoader()) && ClassPresence.ofJakartaSecurity()) {
            discovery.addAnnotatedType(RequestSecurityContext.class, RequestSecurityContext.class.getName());
        }
    }

    /** CDI may start before Jetty's own classes become visible, so this goes by the loader of the application. */
    private static boolean isJetty(ClassLoader application) {
        for (ClassLoader loader = application; loader != null; loader = loader.getParent()) {
            if (loader.getClass().getName().startsWith("org.eclipse.jetty.")) {
                return true;
            }
        }
        return false;
    }
}
