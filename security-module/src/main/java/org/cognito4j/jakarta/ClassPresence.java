package org.cognito4j.jakarta;

/** Tells whether this jar can link a class, without initialising it. */
final class ClassPresence {

    private ClassPresence() {}

    static boolean of(String className) {
        try {
            Class.forName(className, false, ClassPresence.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException | LinkageError absent) {
            return false;
        }
    }
}
