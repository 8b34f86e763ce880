package org.cognito4j.it.hostile.claims;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;
import org.cognito4j.it.hostile.Secret;
import org.cognito4j.jakarta.access.RequiresClaim;

/** The superclass has the annotation, the class overrides the method. */
public final class OverridingResource {

    private OverridingResource() {}

    /** Has the annotation. */
    public abstract static class Base {

        /** Is for the client that the path names. */
        @GET
        @Path("{client}")
        @RequiresClaim(name = "client_id", path = "client")
        public abstract String read(@Context SecurityContext context);
    }

    /** Overrides the method. */
    @Path("orders")
    public static class Orders extends Base {

        @Override
        public String read(SecurityContext context) {
            return Secret.of(context.getUserPrincipal());
        }
    }
}
