package org.cognito4j.jakarta.guard;

import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;

/** A further way to ask a server whether a caller has a role, where its request does not know all roles. */
@FunctionalInterface
public interface OtherRoles {

    /** Returns whether the server confirms a role. */
    boolean isCallerInRole(String role, HttpServletRequest request);

    /** Makes this the further way for an application. */
    default void publishIn(ServletContext application) {
        application.setAttribute(OtherRoles.class.getName(), this);
    }

    /** Returns the further way for an application; one that confirms no role if there is none. */
    static OtherRoles of(ServletContext application) {
        return application.getAttribute(OtherRoles.class.getName()) instanceof OtherRoles known
                ? known
                : (role, request) -> false;
    }
}
