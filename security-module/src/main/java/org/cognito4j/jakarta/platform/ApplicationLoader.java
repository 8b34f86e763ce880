package org.cognito4j.jakarta.platform;

import jakarta.servlet.ServletContext;

/** The class loader of an application. */
public final class ApplicationLoader {

    /** The package of Open Liberty's loaders of applications and shared libraries; its own classes have other loaders. */
    private static final String OF_OPEN_LIBERTY = "com.ibm.ws.classloading.";

    private ApplicationLoader() {}

    /**
     * Returns the class loader that an application's classes and files come from. An application that is embedded in a program,
     * as on Jetty, may have none of its own: then it is the one of this module.
     */
    public static ClassLoader of(ServletContext application) {
        ClassLoader own = application.getClassLoader();
        return own == null ? ApplicationLoader.class.getClassLoader() : own;
    }

    /**
     * Returns whether a class is one of an application or of its libraries, rather than one of the server. Open Liberty gives
     * applications another loader than the one that defines their classes.
     */
    public static boolean defines(Class<?> type, ServletContext application) {
        ClassLoader loader = type.getClassLoader();
        return loader == of(application)
                || loader != null && loader.getClass().getName().startsWith(OF_OPEN_LIBERTY);
    }
}
