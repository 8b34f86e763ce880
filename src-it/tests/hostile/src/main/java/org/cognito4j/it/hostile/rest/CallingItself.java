package org.cognito4j.it.hostile.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;
import org.cognito4j.it.hostile.Secret;

/** Has a role on a method that an open one calls for callers with a name. */
@Path("orders")
public class CallingItself {

    /** Is open, and shows the secret to callers with a token alone. */
    @GET
    @Path("open")
    public String open(@Context SecurityContext context) {
        return context.getUserPrincipal() == null ? "nothing" : read(context);
    }

    /** Is for readers. */
    @GET
    @RolesAllowed("read")
    public String read(@Context SecurityContext context) {
        return Secret.of(context.getUserPrincipal());
    }
}
