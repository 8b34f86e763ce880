package org.cognito4j.jakarta;

import jakarta.servlet.ServletContext;

/** Whether the module's mechanism is asked about the callers of an application, by itself or beside another one. */
final class MechanismPresence {

    private static final String ATTRIBUTE = MechanismPresence.class.getName();

    private MechanismPresence() {}

    static void noteIn(ServletContext application) {
        application.setAttribute(ATTRIBUTE, Boolean.TRUE);
    }

    static boolean isNotedIn(ServletContext application) {
        return application.getAttribute(ATTRIBUTE) != null;
    }
}
