package org.cognito4j.it.ejb.injected;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** Keeps another resource as a bean. */
@Path("holding")
@ApplicationScoped
public class HoldingResource {

    @Inject
    private PlainResource held;

    /** Says who is calling, by the other one. */
    @GET
    public String get() {
        return held.get();
    }
}
