package org.cognito4j.it.hostile.beans;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import org.cognito4j.it.hostile.Secret;

/** Permits all of a plain bean but one method. */
@PermitAll
@RequestScoped
public class DenyAllBean implements Orders {

    @Override
    @DenyAll
    public String find(String caller) {
        return Secret.of(caller);
    }
}
