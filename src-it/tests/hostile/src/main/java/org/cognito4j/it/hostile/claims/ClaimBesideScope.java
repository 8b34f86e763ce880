package org.cognito4j.it.hostile.claims;

import jakarta.enterprise.context.ApplicationScoped;
import org.cognito4j.it.hostile.Secret;
import org.cognito4j.it.hostile.beans.Orders;
import org.cognito4j.jakarta.access.RequiresClaim;
import org.cognito4j.jakarta.access.RequiresScope;

/** The method needs a scope, and its class two claims. */
@ApplicationScoped
@RequiresClaim(
        name = "client_id",
        value = {"writer", "both"})
@RequiresClaim(name = "version")
public class ClaimBesideScope implements Orders {

    @Override
    @RequiresScope("read")
    public String find(String caller) {
        return Secret.of(caller);
    }
}
