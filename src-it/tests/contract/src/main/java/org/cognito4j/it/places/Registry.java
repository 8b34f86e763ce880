package org.cognito4j.it.places;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;

/** A plain bean that is protected by roles. */
@ApplicationScoped
@DenyAll
public class Registry {

    /** For callers with the role. */
    @RolesAllowed("write")
    public String enter() {
        return "entered=yes\n";
    }

    /** For everybody. */
    @PermitAll
    public String open() {
        return "opened=yes\n";
    }

    /** For nobody, as the class is. */
    public String never() {
        return "never=reached\n";
    }
}
