package org.cognito4j.server.tomcat;

import jakarta.servlet.ServletContainerInitializer;
import jakarta.servlet.ServletContext;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Levels a difference of Tomcat, and of servers that have its connector. Used by the servlet container alone. */
public final class TomcatInitializer implements ServletContainerInitializer {

    /** Called by the servlet container. */
    public TomcatInitializer() {}

    /**
     * Hides the sessions of requests with a token from the server. Without effect on other servers.
     *
     * @param classes none
     * @param application the application
     */
    @Override
    public void onStartup(@Nullable Set<Class<?>> classes, ServletContext application) {
        if (application.getClass().getName().startsWith("org.apache.catalina.")) {
            new TomcatSessions().publishIn(application);
        }
    }
}
