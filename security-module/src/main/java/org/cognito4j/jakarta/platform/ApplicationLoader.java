package org.cognito4j.jakarta.platform;

import jakarta.servlet.ServletContext;

/** The class loader of an application. */
public final class ApplicationLoader {

    private ApplicationLoader() {}

    /**
     * Returns the class loader that an application's classes and files come from. An application that is embedded in a program,
     * as on Jetty, may have none of its own: then it is the one of this module.
     */
    public static ClassLoader of(ServletContext application) {
        ClassLoader own = application.getClassLoader();
        return own == null ? ApplicationLoader.class.getClassLoader() : own;
    }
}
