package org.cognito4j.jakarta.platform;

import jakarta.servlet.ServletContext;
import java.util.List;

/** Which server runs an application, by the names of its classes, where that makes a difference. */
public final class ServerKind {

    /** Soteria, as it is and in WildFly. */
    private static final List<String> SOTERIA = List.of("org.glassfish.soteria.", "org.wildfly.security.");

    /** What Payara has beside Soteria. */
    private static final List<String> PAYARA = List.of("fish.payara.");

    private static final List<String> OPEN_LIBERTY = List.of("com.ibm.ws.security.", "io.openliberty.security.");

    private ServerKind() {}

    /** Returns whether Jetty runs an application. */
    public static boolean isJetty(ServletContext application) {
        return application.getClass().getName().startsWith("org.eclipse.jetty.");
    }

    /** Returns whether Open Liberty runs an application. */
    public static boolean isOpenLiberty(ServletContext application) {
        return application.getClass().getName().startsWith("com.ibm.");
    }

    /** Returns whether a class loader is one of Jetty or Tomcat, which implement no Jakarta Security. */
    public static boolean isOfServletContainer(ClassLoader loader) {
        String name = loader.getClass().getName();
        return name.startsWith("org.eclipse.jetty.") || name.startsWith("org.apache.catalina.");
    }

    /**
     * Returns whether a class is a server's own implementation of Jakarta Security. Each server shows its own mechanisms to
     * every application, WildFly the identity store of OpenID Connect, and Payara that of MicroProfile JWT.
     */
    public static boolean isImplementation(Class<?> type) {
        return isOf(SOTERIA, type) || isOf(PAYARA, type) || isImplementationOfOpenLiberty(type);
    }

    /** Returns whether a class is Open Liberty's own implementation of Jakarta Security. */
    public static boolean isImplementationOfOpenLiberty(Class<?> type) {
        return isOf(OPEN_LIBERTY, type);
    }

    private static boolean isOf(List<String> packages, Class<?> type) {
        return packages.stream().anyMatch(type.getName()::startsWith);
    }
}
