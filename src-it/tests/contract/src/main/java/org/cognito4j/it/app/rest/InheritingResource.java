package org.cognito4j.it.app.rest;

import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;

/** Leaves it to its interface to say who may call. */
@Path("/inherited")
public class InheritingResource implements InheritedApi {

    @Context
    private SecurityContext security;

    @Override
    public String read() {
        return RestReport.of(security);
    }

    @Override
    public String write() {
        return RestReport.of(security);
    }

    @Override
    public String both() {
        return RestReport.of(security);
    }

    @Override
    public String nobody() {
        return RestReport.of(security);
    }
}
