package org.cognito4j.it.hostile.ejb;

import jakarta.ejb.Stateless;
import org.cognito4j.it.hostile.Secret;
import org.cognito4j.it.hostile.beans.Orders;
import org.cognito4j.jakarta.access.RequiresScope;

/** Has the scope on an enterprise bean. */
@Stateless
@RequiresScope("read")
public class ScopedSessionBean implements Orders {

    @Override
    public String find(String caller) {
        return Secret.of(caller);
    }
}
