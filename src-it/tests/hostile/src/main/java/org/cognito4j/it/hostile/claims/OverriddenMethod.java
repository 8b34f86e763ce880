package org.cognito4j.it.hostile.claims;

import jakarta.enterprise.context.ApplicationScoped;
import org.cognito4j.it.hostile.Secret;
import org.cognito4j.it.hostile.beans.Orders;
import org.cognito4j.jakarta.access.RequiresClaim;

/** The claims are on the method of an interface, which the bean implements. */
public final class OverriddenMethod {

    private OverriddenMethod() {}

    /** Has two claims. */
    public interface Guarded extends Orders {

        @Override
        @RequiresClaim(
                name = "client_id",
                value = {"reader", "both"})
        @RequiresClaim(name = "token_use", value = "access")
        String find(String caller);
    }

    /** Has the code. */
    @ApplicationScoped
    public static class Sub implements Guarded {

        @Override
        public String find(String caller) {
            return Secret.of(caller);
        }
    }
}
