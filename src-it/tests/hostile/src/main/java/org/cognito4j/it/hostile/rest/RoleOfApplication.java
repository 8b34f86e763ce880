package org.cognito4j.it.hostile.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Application;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;
import org.cognito4j.it.hostile.Secret;

/** Has the role on the class of the application. */
@ApplicationPath("/api")
@RolesAllowed("read")
public class RoleOfApplication extends Application {

    /** Has none itself. */
    @Path("orders")
    public static class Orders {

        /** Has none either. */
        @GET
        public String read(@Context SecurityContext context) {
            return Secret.of(context.getUserPrincipal());
        }
    }
}
