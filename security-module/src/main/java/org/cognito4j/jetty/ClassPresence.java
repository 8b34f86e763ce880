package org.cognito4j.jetty;

/** Tells whether a class is there, without initialising it. */
final class ClassPresence {

    private ClassPresence() {}

    static boolean of(String className, ClassLoader loader) {
        try {
            Class.forName(className, false, loader);
            return true;
        } catch (ClassNotFoundException | LinkageError absent) {
            return false;
        }
    }
}
