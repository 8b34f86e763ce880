package org.cognito4j.it.resources;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** Has stricter annotations than the class that implements it. */
public interface PlacesApi {

    /** For writers. */
    @GET
    @Path("implemented")
    @RolesAllowed("write")
    String implemented();

    /** For no caller. */
    @GET
    @Path("denied")
    @DenyAll
    String denied();
}
