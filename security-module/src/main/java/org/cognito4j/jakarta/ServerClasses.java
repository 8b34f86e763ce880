package org.cognito4j.jakarta;

import java.util.List;

/**
 * Classes that are part of a server. Each server shows its own mechanisms to every application, WildFly the identity store of
 * OpenID Connect, and Payara that of MicroProfile JWT.
 */
final class ServerClasses {

    /** Implementations of Jakarta Security: Soteria, as it is and in WildFly, Payara's beside it, and Open Liberty's. */
    private static final List<String> SOTERIA = List.of("org.glassfish.soteria.", "org.wildfly.security.");

    private static final List<String> PAYARA = List.of("fish.payara.");

    private static final List<String> OPEN_LIBERTY = List.of("com.ibm.ws.security.", "io.openliberty.security.");

    private ServerClasses() {}

    static boolean isOfServer(Class<?> type) {
        return isOf(SOTERIA, type) || isOf(PAYARA, type) || isOfOpenLiberty(type);
    }

    static boolean isOfOpenLiberty(Class<?> type) {
        return isOf(OPEN_LIBERTY, type);
    }

    private static boolean isOf(List<String> packages, Class<?> type) {
        return packages.stream().anyMatch(type.getName()::startsWith);
    }
}
