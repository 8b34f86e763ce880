package org.cognito4j.jakarta.platform;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.cognito4j.config.Configuration;
import org.cognito4j.config.ConfigurationPlaces;
import org.cognito4j.net.QuietLog;

/**
 * What the settings outside {@code web.xml} say about the mechanism, read while CDI discovers the beans, when there is no
 * servlet context yet.
 */
public final class EnvironmentChoice {

    private static final Logger LOG = QuietLog.of("org.cognito4j");

    private EnvironmentChoice() {}

    /** Returns whether the mechanism must not be registered: the settings switch it off, or are for calls to others alone. */
    public static boolean leavesAuthenticationToOthers(boolean hasDefinition) {
        try {
            Configuration environment = ConfigurationPlaces.in(applicationLoader());
            return environment
                            .text("cognito.authentication")
                            .filter("off"::equalsIgnoreCase)
                            .isPresent()
                    || (!hasDefinition && environment.isForCallingOnly());
        } catch (RuntimeException | LinkageError e) {
            LOG.log(Level.DEBUG, "The settings cannot be read while CDI discovers the beans", e);
            return false; // they are read again when the application starts, and what is wrong ends it then
        }
    }

    private static ClassLoader applicationLoader() {
        ClassLoader application = Thread.currentThread().getContextClassLoader();
        return application == null ? EnvironmentChoice.class.getClassLoader() : application;
    }
}
