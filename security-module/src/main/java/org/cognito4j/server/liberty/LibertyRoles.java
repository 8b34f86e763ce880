package org.cognito4j.server.liberty;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.security.enterprise.SecurityContext;
import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import org.cognito4j.jakarta.constraint.RoleLinks;

/**
 * The roles of a caller that an application declares nowhere, on Open Liberty. Its {@code isUserInRole} knows only those that
 * stand in descriptors and annotations, and heeds no {@code ServletContext.declareRoles}; its {@code SecurityContext} knows
 * all, so that is asked.
 */
final class LibertyRoles {

    private static final String ATTRIBUTE = LibertyRoles.class.getName();

    private LibertyRoles() {}

    /** Returns whether the server's security context knows that the caller has a role. */
    static boolean isCallerInRole(String role, HttpServletRequest request) {
        return Asked.isCallerInRole(role, request);
    }

    /** The part that needs CDI, so that nothing of it is linked elsewhere. One for all requests: it is the thread that has a caller. */
    private record Asked(SecurityContext security, RoleLinks links) {

        static boolean isCallerInRole(String role, HttpServletRequest request) {
            try {
                Asked asked = in(request.getServletContext());
                return asked.security.isCallerInRole(asked.links.roleFor(request, role));
            } catch (RuntimeException | LinkageError e) {
                return false; // no Jakarta Security in this application
            }
        }

        private static Asked in(ServletContext application) {
            if (application.getAttribute(ATTRIBUTE) instanceof Asked known) {
                return known;
            }
            Asked asked = new Asked(CDI.current().select(SecurityContext.class).get(), RoleLinks.of(application));
            application.setAttribute(ATTRIBUTE, asked);
            return asked;
        }
    }
}
