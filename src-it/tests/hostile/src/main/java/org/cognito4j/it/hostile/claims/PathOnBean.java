package org.cognito4j.it.hostile.claims;

import jakarta.enterprise.context.ApplicationScoped;
import org.cognito4j.it.hostile.Secret;
import org.cognito4j.it.hostile.beans.Orders;
import org.cognito4j.jakarta.access.RequiresClaim;

/** There is no path parameter. */
@ApplicationScoped
public class PathOnBean implements Orders {

    @Override
    @RequiresClaim(name = "client_id", path = "client")
    public String find(String caller) {
        return Secret.of(caller);
    }
}
