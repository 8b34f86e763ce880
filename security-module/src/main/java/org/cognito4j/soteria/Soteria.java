package org.cognito4j.soteria;

/** Tells whether the application brings Soteria, asked before anything of it is linked. */
final class Soteria {

    private Soteria() {}

    static boolean isPresent() {
        try {
            Class.forName(
                    "org.glassfish.soteria.mechanisms.jaspic.HttpBridgeServerAuthModule",
                    false,
                    Soteria.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException | LinkageError absent) {
            return false;
        }
    }
}
