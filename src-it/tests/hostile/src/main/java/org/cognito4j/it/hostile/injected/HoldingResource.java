package org.cognito4j.it.hostile.injected;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.cognito4j.AccessToken;
import org.cognito4j.it.hostile.Secret;
import org.cognito4j.it.hostile.beans.Orders;

/** Injects a resource into what lives longer. */
public final class HoldingResource {

    private HoldingResource() {}

    /** Is made for a request, or for what it is injected into. */
    @Dependent
    @Path("orders")
    public static class Resource {

        @Inject
        private AccessToken token;

        /** Answers with the client of the token. */
        @GET
        public String read() {
            return Secret.of(token.clientId());
        }
    }

    /** Keeps the resource. */
    @ApplicationScoped
    public static class Holder implements Orders {

        @Inject
        private Resource resource;

        @Override
        public String find(String caller) {
            return resource.read();
        }
    }
}
