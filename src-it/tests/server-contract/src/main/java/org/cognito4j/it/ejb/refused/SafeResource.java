package org.cognito4j.it.ejb.refused;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** Calls the beans from a resource. */
@Path("/")
@RequestScoped
public class SafeResource {

    @Inject
    private Safe safe;

    @Inject
    private Clerk clerk;

    /** Asks the bean itself. */
    @GET
    @Path("direct")
    public String direct() {
        return safe.open();
    }

    /** Asks the bean by another one. */
    @GET
    @Path("nested")
    public String nested() {
        return clerk.open();
    }

    /** Is handed the refusal in another exception. */
    @GET
    @Path("hidden")
    public String hidden() {
        return clerk.hide();
    }
}
