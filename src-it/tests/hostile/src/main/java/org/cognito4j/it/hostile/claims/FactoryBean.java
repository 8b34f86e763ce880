package org.cognito4j.it.hostile.claims;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.spi.InterceptionFactory;
import org.cognito4j.it.hostile.Secret;
import org.cognito4j.it.hostile.beans.Orders;
import org.cognito4j.jakarta.access.RequiresClaim;

/** The claim is on an object that the application has intercepted itself. */
@ApplicationScoped
public class FactoryBean {

    /** Makes what CDI knows no binding of. */
    @Produces
    @ApplicationScoped
    public Guarded guarded(InterceptionFactory<Guarded> factory) {
        return factory.createInterceptedInstance(new Guarded());
    }

    /** Is no bean itself. */
    @RequiresClaim(
            name = "client_id",
            value = {"reader", "both"})
    public static class Guarded implements Orders {

        @Override
        public String find(String caller) {
            return Secret.of(caller);
        }
    }
}
