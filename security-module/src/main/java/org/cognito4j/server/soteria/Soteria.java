package org.cognito4j.server.soteria;

import org.jspecify.annotations.Nullable;

/** Tells where Soteria is, asked before anything of it is linked. */
final class Soteria {

    private static final String BRIDGE = "org.glassfish.soteria.mechanisms.jaspic.HttpBridgeServerAuthModule";

    private Soteria() {}

    static boolean isPresent() {
        return find() != null;
    }

    /** Whether the application brings its own: GlassFish and Payara, kin of Tomcat, show theirs to every application. */
    static boolean isInApplication() {
        Class<?> bridge = find();
        return bridge != null && bridge.getClassLoader() == Soteria.class.getClassLoader();
    }

    private static @Nullable Class<?> find() {
        try {
            return Class.forName(BRIDGE, false, Soteria.class.getClassLoader());
        } catch (ClassNotFoundException | LinkageError absent) {
            return null;
        }
    }
}
