package org.cognito4j.it.hostile.ejb;

import jakarta.annotation.security.RolesAllowed;
import org.cognito4j.it.hostile.beans.Orders;

/** Has the role, where no container reads it. */
public interface LocalView extends Orders {

    @Override
    @RolesAllowed("read")
    String find(String caller);
}
