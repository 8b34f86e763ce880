package org.cognito4j.it.app.rest;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;
import org.cognito4j.jakarta.access.RequiresClaim;
import org.cognito4j.jakarta.access.RequiresScope;

/** Each app client has a part of its own, as a tenant would. */
@Path("/tenants/{client}")
@RequiresClaim(name = "client_id", path = "client")
public class TenantResource {

    @Context
    private SecurityContext security;

    /** Is for the client that the path names. */
    @GET
    public String read() {
        return RestReport.of(security);
    }

    /** Needs a scope besides. */
    @GET
    @Path("written")
    @RequiresScope("write")
    public String written() {
        return RestReport.of(security);
    }

    /** Needs a further claim besides. */
    @GET
    @Path("tier")
    @RequiresClaim(name = "token_use", value = "gold")
    public String tier() {
        return RestReport.of(security);
    }
}
