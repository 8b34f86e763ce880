package org.cognito4j.jakarta.guard;

import jakarta.servlet.ServletContext;

/**
 * Keeps applications closed whose check at the start has failed although the server goes on: Open Liberty only logs what the
 * start of a filter throws, and leaves that filter out.
 */
public final class FailedStart {

    private static final String ATTRIBUTE = FailedStart.class.getName();

    private FailedStart() {}

    /** Notes that a check of an application has failed. */
    public static void noteIn(ServletContext application) {
        application.setAttribute(ATTRIBUTE, Boolean.TRUE);
    }

    /** Returns whether a check of an application has failed. */
    static boolean isNotedIn(ServletContext application) {
        return application.getAttribute(ATTRIBUTE) != null;
    }
}
