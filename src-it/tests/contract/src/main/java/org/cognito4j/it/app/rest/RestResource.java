package org.cognito4j.it.app.rest;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;
import org.cognito4j.it.app.beans.ScopedOrders;

/** Protected by annotation, method by method. */
@Path("/")
public class RestResource {

    @Context
    private SecurityContext security;

    @GET
    @Path("open")
    @PermitAll
    public String open() {
        return RestReport.of(security);
    }

    @GET
    @Path("read")
    @RolesAllowed("read")
    public String read() {
        return RestReport.of(security);
    }

    @GET
    @Path("either")
    @RolesAllowed({"read", "write"})
    public String either() {
        return RestReport.of(security);
    }

    /** The resource itself is open, the bean it calls is not. */
    @GET
    @Path("scoped")
    public String scoped() {
        return CDI.current().select(ScopedOrders.class).get().write();
    }

    @GET
    @Path("nobody")
    @DenyAll
    public String nobody() {
        return RestReport.of(security);
    }
}
