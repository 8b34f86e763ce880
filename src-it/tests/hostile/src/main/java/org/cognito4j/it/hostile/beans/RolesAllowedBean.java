package org.cognito4j.it.hostile.beans;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import org.cognito4j.it.hostile.Secret;

/** Has the annotation of enterprise beans on a plain bean. */
@ApplicationScoped
public class RolesAllowedBean implements Orders {

    @Override
    @RolesAllowed("read")
    public String find(String caller) {
        return Secret.of(caller);
    }
}
