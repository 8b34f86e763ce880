package org.cognito4j.it.hostile.claims;

import jakarta.enterprise.context.ApplicationScoped;
import org.cognito4j.it.hostile.Secret;
import org.cognito4j.it.hostile.beans.Orders;
import org.cognito4j.jakarta.access.RequiresClaim;

/** The claim is on a private method. */
@ApplicationScoped
public class PrivateMethod implements Orders {

    @Override
    public String find(String caller) {
        return secret(caller);
    }

    @RequiresClaim(name = "client_id", value = "reader")
    private static String secret(String caller) {
        return Secret.of(caller);
    }
}
