package org.cognito4j.jakarta;

import jakarta.servlet.ServletContainerInitializer;
import jakarta.servlet.ServletContext;
import java.util.Set;

/** Makes the module start with the application. Used by the servlet container alone. */
public final class CognitoInitializer implements ServletContainerInitializer {

    /** Called by the servlet container. */
    public CognitoInitializer() {}

    /**
     * Adds what starts the module once everything that the application is made of is known.
     *
     * @param classes not asked for
     * @param application the application
     */
    @Override
    public void onStartup(Set<Class<?>> classes, ServletContext application) {
        application.addListener(new CognitoStart());
    }
}
