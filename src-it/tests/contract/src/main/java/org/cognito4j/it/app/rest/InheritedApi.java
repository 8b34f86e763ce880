package org.cognito4j.it.app.rest;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.cognito4j.jakarta.access.RequiresScope;

/** A resource as an interface that is protected and mapped by its own annotations. */
@RolesAllowed("write")
public interface InheritedApi {

    /** Protected by its own annotation. */
    @GET
    @Path("read")
    @RolesAllowed("read")
    String read();

    /** Protected as the interface is. */
    @GET
    @Path("write")
    String write();

    /** For callers with both roles, though this is no bean. */
    @GET
    @Path("both")
    @RequiresScope("read")
    String both();

    /** For nobody. */
    @GET
    @Path("nobody")
    @DenyAll
    String nobody();
}
