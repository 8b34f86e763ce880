package org.cognito4j.it.hostile.rest;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;
import org.cognito4j.it.hostile.Secret;

/** The interface has the annotations of methods, the class one of its own. */
public final class OfInterface {

    private OfInterface() {}

    /** Is generic, as those that generators write. */
    public interface Crud<T> {

        /** Is for writers. */
        @GET
        @RolesAllowed("write")
        T write(@Context SecurityContext context);

        /** Is for no caller. */
        @GET
        @Path("denied")
        @DenyAll
        T denied(@Context SecurityContext context);
    }

    /** Is for readers, as far as the methods say nothing. */
    @Path("orders")
    @RolesAllowed("read")
    public static class Orders implements Crud<String> {

        @Override
        public String write(SecurityContext context) {
            return Secret.of(context.getUserPrincipal());
        }

        @Override
        public String denied(SecurityContext context) {
            return Secret.of(context.getUserPrincipal());
        }

        /** Has the role of the class. */
        @GET
        @Path("class")
        public String ofClass(@Context SecurityContext context) {
            return Secret.of(context.getUserPrincipal());
        }
    }
}
