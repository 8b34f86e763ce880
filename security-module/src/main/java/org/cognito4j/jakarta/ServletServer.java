package org.cognito4j.jakarta;

import jakarta.servlet.ServletContext;

/** Which server an application runs on, where that makes a difference. */
final class ServletServer {

    private ServletServer() {}

    static boolean isJetty(ServletContext application) {
        return application.getClass().getName().startsWith("org.eclipse.jetty.");
    }

    static boolean isOpenLiberty(ServletContext application) {
        return application.getClass().getName().startsWith("com.ibm.");
    }
}
