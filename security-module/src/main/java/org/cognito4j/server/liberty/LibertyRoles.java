package org.cognito4j.server.liberty;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.security.enterprise.SecurityContext;
import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import org.cognito4j.jakarta.constraint.RoleLinks;
import org.cognito4j.jakarta.constraint.WebConstraints;

/**
 * The roles of a caller that an application declares nowhere, on Open Liberty. Its {@code isUserInRole} knows only those of
 * descriptors and annotations, and ignores {@code ServletContext.declareRoles}; its {@code SecurityContext} knows all, so that is
 * asked. Neither knows {@code **}, the role of all callers (Jakarta Servlet 6.0 section 13.3).
 */
final class LibertyRoles {

    private static final String ATTRIBUTE = LibertyRoles.class.getName();

    private static final String ANY_CALLER = "**";

    private LibertyRoles() {}

    /** Returns whether the caller has a role, by the server's security context. */
    static boolean isCallerInRole(String role, HttpServletRequest request) {
        if (role.equals(ANY_CALLER)
                && !WebConstraints.of(request.getServletContext())
                        .declaredRoles()
                        .contains(ANY_CALLER)) {
            return request.getUserPrincipal() != null;
        }
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
