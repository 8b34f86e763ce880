package org.cognito4j.it.hostile.claims;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;
import org.cognito4j.it.hostile.Secret;
import org.cognito4j.jakarta.access.RequiresClaim;

/** Each client has orders of its own. */
@Path("orders/{client}")
@RequiresClaim(name = "client_id", path = "client")
public class OwnOrders {

    /** Is for the client that the path names. */
    @GET
    public String read(@PathParam("client") String client, @Context SecurityContext context) {
        return client.equals(context.getUserPrincipal().getName()) || client.isEmpty()
                ? Secret.of(context.getUserPrincipal())
                : Secret.TEXT + " of another client";
    }

    /** Has a claim of its own besides. */
    @GET
    @Path("of-readers")
    @RequiresClaim(name = "token_use", value = "access")
    public String ofReaders(@Context SecurityContext context) {
        return Secret.of(context.getUserPrincipal());
    }

    /** Leads to what has no annotation. */
    @Path("items/{item}")
    public Item item() {
        return new Item();
    }

    /** Has the claim of the way to it. */
    public static class Item {

        /** Has no annotation. */
        @GET
        public String read(@Context SecurityContext context) {
            return Secret.of(context.getUserPrincipal());
        }
    }
}
