package org.cognito4j.it.hostile.ejb;

import jakarta.annotation.security.DeclareRoles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import org.cognito4j.it.hostile.Secret;
import org.cognito4j.it.hostile.beans.Orders;

/** Has the role on a method of an enterprise bean. */
@Stateless
@DeclareRoles("read")
public class RoleSessionBean implements Orders {

    @Override
    @RolesAllowed("read")
    public String find(String caller) {
        return Secret.of(caller);
    }
}
