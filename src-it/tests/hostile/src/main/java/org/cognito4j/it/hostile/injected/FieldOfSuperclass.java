package org.cognito4j.it.hostile.injected;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.cognito4j.AccessToken;
import org.cognito4j.it.hostile.Secret;

/** Has the token in a field of the superclass of a resource. */
public final class FieldOfSuperclass {

    private FieldOfSuperclass() {}

    /** Has the field. */
    public abstract static class Base {

        @Inject
        AccessToken token;
    }

    /** Uses it. */
    @Path("orders")
    @jakarta.enterprise.context.RequestScoped
    public static class Resource extends Base {

        /** Answers with the client of the token. */
        @GET
        @RolesAllowed("read")
        public String read() {
            return Secret.of(token.clientId());
        }
    }
}
