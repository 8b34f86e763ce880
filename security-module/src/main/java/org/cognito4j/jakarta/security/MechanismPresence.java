package org.cognito4j.jakarta.security;

import jakarta.servlet.ServletContext;

/** Whether the module's mechanism is asked about the callers of an application, by itself or beside another one. */
public final class MechanismPresence {

    private static final String ATTRIBUTE = MechanismPresence.class.getName();

    private MechanismPresence() {}

    /** Notes that the mechanism is asked in an application. */
    public static void noteIn(ServletContext application) {
        application.setAttribute(ATTRIBUTE, Boolean.TRUE);
    }

    /** Returns whether {@link #noteIn} was called for an application. */
    public static boolean isNotedIn(ServletContext application) {
        return application.getAttribute(ATTRIBUTE) != null;
    }
}
