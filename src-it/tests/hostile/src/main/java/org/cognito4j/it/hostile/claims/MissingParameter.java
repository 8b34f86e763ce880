package org.cognito4j.it.hostile.claims;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;
import org.cognito4j.it.hostile.Secret;
import org.cognito4j.jakarta.access.RequiresClaim;

/** The template calls its variable otherwise than the annotation. */
@Path("orders/{id}")
public class MissingParameter {

    /** Is for no client. */
    @GET
    @RequiresClaim(name = "client_id", path = "client")
    public String read(@Context SecurityContext context) {
        return Secret.of(context.getUserPrincipal());
    }
}
