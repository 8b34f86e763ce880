package org.cognito4j.it.app.rest;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;

/** Protected by annotation as a class, except for one method. */
@Path("/class")
@RolesAllowed("write")
public class RestrictedResource {

    @Context
    private SecurityContext security;

    @GET
    public String restricted() {
        return RestReport.of(security);
    }

    @GET
    @Path("open")
    @PermitAll
    public String open() {
        return RestReport.of(security);
    }
}
