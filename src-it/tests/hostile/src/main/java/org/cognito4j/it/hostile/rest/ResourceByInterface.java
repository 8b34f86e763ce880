package org.cognito4j.it.hostile.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;
import org.cognito4j.it.hostile.Secret;
import org.cognito4j.jakarta.access.RequiresScope;

/** Everything is on the interface, the class is a bean alone. */
public final class ResourceByInterface {

    private ResourceByInterface() {}

    /** Has path and scope. */
    @Path("orders")
    @RequiresScope("read")
    public interface Orders {

        /** Has the scope of the interface. */
        @GET
        String read(@Context SecurityContext context);
    }

    /** Has neither. */
    @RequestScoped
    public static class OrdersBean implements Orders {

        @Override
        public String read(SecurityContext context) {
            return Secret.of(context.getUserPrincipal());
        }
    }
}
