package org.cognito4j.it.hostile.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;
import org.cognito4j.it.hostile.Secret;
import org.cognito4j.jakarta.access.RequiresScope;

/** The superclass has the annotations of methods, the class one of its own. */
public final class OfSuperclass {

    private OfSuperclass() {}

    /** Has methods for writers. */
    public abstract static class Base {

        /** Is for writers, by role. */
        @GET
        @RolesAllowed("write")
        public abstract String role(@Context SecurityContext context);

        /** Is for writers, by scope. */
        @GET
        @Path("scope")
        @RequiresScope("write")
        public String scope(@Context SecurityContext context) {
            return Secret.of(context.getUserPrincipal());
        }
    }

    /** Overrides them. */
    @Path("orders")
    @RolesAllowed("read")
    public static class Orders extends Base {

        @Override
        public String role(SecurityContext context) {
            return Secret.of(context.getUserPrincipal());
        }

        @Override
        public String scope(SecurityContext context) {
            return super.scope(context);
        }
    }
}
