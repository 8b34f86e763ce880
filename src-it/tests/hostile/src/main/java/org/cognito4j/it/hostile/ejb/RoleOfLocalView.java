package org.cognito4j.it.hostile.ejb;

import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import org.cognito4j.it.hostile.Secret;
import org.cognito4j.it.hostile.beans.Orders;

/** Has the role on its local view alone. */
@Stateless
@Local({LocalView.class, Orders.class})
public class RoleOfLocalView implements LocalView {

    @Override
    public String find(String caller) {
        return Secret.of(caller);
    }
}
