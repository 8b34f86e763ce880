package org.cognito4j.server.soteria;

import jakarta.servlet.ServletContainerInitializer;
import jakarta.servlet.ServletContext;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes Tomcat ask the mechanism of an application that brings Soteria and Weld along.
 *
 * <p>Called by the servlet container, never by an application. On other servers it does nothing.
 */
public final class SoteriaInitializer implements ServletContainerInitializer {

    /** Made by the container. */
    public SoteriaInitializer() {}

    @Override
    public void onStartup(@Nullable Set<Class<?>> classes, ServletContext application) {
        if (application.getClass().getName().startsWith("org.apache.catalina.") && Soteria.isInApplication()) {
            application.addListener(new SoteriaRegistration());
        }
    }
}
