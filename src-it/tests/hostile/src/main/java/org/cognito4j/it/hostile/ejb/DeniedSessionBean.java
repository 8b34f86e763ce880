package org.cognito4j.it.hostile.ejb;

import jakarta.annotation.security.DenyAll;
import jakarta.ejb.Singleton;
import org.cognito4j.it.hostile.Secret;
import org.cognito4j.it.hostile.beans.Orders;

/** Denies its one method. */
@Singleton
public class DeniedSessionBean implements Orders {

    @Override
    @DenyAll
    public String find(String caller) {
        return Secret.of(caller);
    }
}
