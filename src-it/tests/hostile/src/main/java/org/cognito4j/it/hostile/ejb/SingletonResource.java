package org.cognito4j.it.hostile.ejb;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Singleton;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.cognito4j.AccessToken;
import org.cognito4j.it.hostile.Secret;

/** Is a resource and an enterprise bean, with a token in a field. */
@Path("orders")
@Singleton
public class SingletonResource {

    @Inject
    private AccessToken token;

    /** Answers with the client of the token. */
    @GET
    @RolesAllowed("read")
    public String read() {
        return Secret.of(token.clientId());
    }
}
