package org.cognito4j.it.hostile.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Application;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;
import java.util.Set;
import org.cognito4j.it.hostile.Secret;

/** Makes its resource itself, one for all requests. */
@ApplicationPath("/api")
public class SingletonOfApplication extends Application {

    @Override
    @Deprecated
    @SuppressWarnings("deprecation")
    public Set<Object> getSingletons() {
        return Set.of(new Orders());
    }

    /** Is for readers. */
    @Path("orders")
    @RolesAllowed("read")
    public static class Orders {

        /** Has the role of the class. */
        @GET
        public String read(@Context SecurityContext context) {
            return Secret.of(context.getUserPrincipal());
        }
    }
}
