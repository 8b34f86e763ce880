package org.cognito4j.it.hostile.rest;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;
import javax.annotation.security.RolesAllowed;
import org.cognito4j.it.hostile.Secret;

/** Was moved from Java EE 8, with one import left behind. */
@Path("orders")
public class JavaxResource {

    /** Has the role that is left behind. */
    @GET
    @RolesAllowed("read")
    public String read(@Context SecurityContext context) {
        return Secret.of(context.getUserPrincipal());
    }
}
