package org.cognito4j.it.hostile.ejb;

import jakarta.ejb.Stateless;
import javax.annotation.security.RolesAllowed;
import org.cognito4j.it.hostile.Secret;
import org.cognito4j.it.hostile.beans.Orders;

/** Was moved from Java EE 8, with one import left behind. */
@Stateless
public class JavaxSessionBean implements Orders {

    @Override
    @RolesAllowed("read")
    public String find(String caller) {
        return Secret.of(caller);
    }
}
