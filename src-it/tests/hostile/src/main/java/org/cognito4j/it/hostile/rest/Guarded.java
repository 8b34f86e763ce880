package org.cognito4j.it.hostile.rest;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;
import org.cognito4j.it.hostile.Secret;
import org.cognito4j.jakarta.access.RequiresScope;

/** Has each annotation on a method. */
@Path("orders")
public class Guarded {

    /** Is for readers. */
    @GET
    @RolesAllowed("read")
    public String read(@Context SecurityContext context) {
        return Secret.of(context.getUserPrincipal());
    }

    /** Is for writers. */
    @POST
    @RequiresScope("write")
    public String write(@Context SecurityContext context) {
        return Secret.of(context.getUserPrincipal());
    }

    /** Is for no caller. */
    @GET
    @Path("denied")
    @DenyAll
    public String denied(@Context SecurityContext context) {
        return Secret.of(context.getUserPrincipal());
    }

    /** Has no annotation. */
    @GET
    @Path("unannotated")
    public String unannotated(@Context SecurityContext context) {
        return Secret.of(context.getUserPrincipal());
    }
}
