package org.cognito4j.jetty;

/** Tells whether this jar can link a class, without initialising it. */
final class ClassPresence {

    private ClassPresence() {}

    /** Whether the application's libraries are enough for a {@link SoteriaCheck}: asked before that is linked. */
    static boolean ofJakartaSecurity() {
        return of("org.glassfish.soteria.mechanisms.HttpMessageContextImpl")
                && of("org.jboss.weld.context.http.HttpRequestContext");
    }

    static boolean of(String className) {
        try {
            Class.forName(className, false, ClassPresence.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException | LinkageError absent) {
            return false;
        }
    }
}
