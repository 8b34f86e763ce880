package org.cognito4j.it.hostile.beans;

import jakarta.enterprise.context.ApplicationScoped;
import javax.annotation.security.RolesAllowed;
import org.cognito4j.it.hostile.Secret;

/** Was moved from Java EE 8, with one import left behind. */
@ApplicationScoped
public class JavaxBean implements Orders {

    @Override
    @RolesAllowed("read")
    public String find(String caller) {
        return Secret.of(caller);
    }
}
