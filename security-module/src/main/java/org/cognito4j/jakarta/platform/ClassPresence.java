package org.cognito4j.jakarta.platform;

/** Finds out whether this jar can link a class, without initialising it. For the packages of this module. */
public final class ClassPresence {

    private ClassPresence() {}

    /**
     * Returns whether a class can be linked.
     *
     * @param className its name
     * @return false if it is absent, or if something that it needs is
     */
    public static boolean of(String className) {
        try {
            Class.forName(className, false, ClassPresence.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException | LinkageError absent) {
            return false;
        }
    }
}
