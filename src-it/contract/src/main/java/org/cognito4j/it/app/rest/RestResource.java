package org.cognito4j.it.app.rest;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;

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

    @GET
    @Path("nobody")
    @DenyAll
    public String nobody() {
        return RestReport.of(security);
    }
}
