package org.cognito4j.it.hostile.claims;

import jakarta.ejb.Stateless;
import org.cognito4j.it.hostile.Secret;
import org.cognito4j.it.hostile.beans.Orders;
import org.cognito4j.jakarta.access.RequiresClaim;

/** Has two claims on an enterprise bean. */
@Stateless
@RequiresClaim(
        name = "client_id",
        value = {"reader", "both"})
@RequiresClaim(name = "token_use", value = "access")
public class ClaimedSessionBean implements Orders {

    @Override
    public String find(String caller) {
        return Secret.of(caller);
    }
}
