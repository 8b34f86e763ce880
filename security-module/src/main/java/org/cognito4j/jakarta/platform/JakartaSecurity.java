package org.cognito4j.jakarta.platform;

/** Tells whether the server, or the application on a servlet container, implements Jakarta Security. */
public final class JakartaSecurity {

    private static final String API =
            "jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism";

    private static final String SOTERIA = "org.glassfish.soteria.mechanisms.HttpMessageContextImpl";

    private JakartaSecurity() {}

    /**
     * Returns whether mechanisms are asked. Must be called before a class is linked that names a type of Jakarta Security.
     * Jetty and Tomcat implement nothing of it: there the API alone does not suffice.
     */
    public static boolean isImplemented() {
        return ClassPresence.of(API) && (!isServletContainer() || ClassPresence.of(SOTERIA));
    }

    /** CDI may start before a server's own classes become visible, so this goes by the loader of the application. */
    private static boolean isServletContainer() {
        for (ClassLoader loader = Thread.currentThread().getContextClassLoader();
                loader != null;
                loader = loader.getParent()) {
            if (ServerKind.isOfServletContainer(loader)) {
                return true;
            }
        }
        return false;
    }
}
