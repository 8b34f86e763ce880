package org.cognito4j.jakarta.platform;

import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;

/**
 * Refuses servers that are too old. Before Jakarta EE 10 no JAX-RS implementation need find a feature that the application
 * does not name (Jakarta REST 3.1 was the first to ask for it), so that {@code @RolesAllowed} on resources
 * would protect nothing, and nobody would notice.
 */
public final class JakartaEdition {

    /** Servlet 6.0 is part of Jakarta EE 10. */
    private static final int SERVLET_OF_JAKARTA_EE_10 = 6;

    private JakartaEdition() {}

    /** Ends the start of an application on a server with an older Jakarta EE. */
    public static void requireTenIn(ServletContext application) throws ServletException {
        int servlet = application.getMajorVersion();
        if (servlet < SERVLET_OF_JAKARTA_EE_10) {
            throw new ServletException("cognito4j needs a server with Jakarta EE 10 or newer, and "
                    + application.getServerInfo() + " has an older one (Servlet " + servlet + "."
                    + application.getMinorVersion()
                    + "), on which @RolesAllowed may protect nothing. Use a newer server");
        }
    }
}
