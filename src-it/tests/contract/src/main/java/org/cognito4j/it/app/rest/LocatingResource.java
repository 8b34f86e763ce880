package org.cognito4j.it.app.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;
import org.cognito4j.jakarta.access.RequiresScope;

/** Hands requests on to others, which say nothing of who may call. */
@Path("/locating")
public class LocatingResource {

    @Context
    private SecurityContext security;

    /** For some. */
    @Path("read")
    @RolesAllowed("read")
    public ForReaders forReaders() {
        return new ForReaders(security);
    }

    /** For some, by scope. */
    @Path("write")
    @RequiresScope("write")
    public ForWriters forWriters() {
        return new ForWriters(security);
    }

    /** For everybody. */
    @Path("open")
    public ForAll forAll() {
        return new ForAll(security);
    }

    /** For some, by a class of which the container makes a resource. */
    @Path("class")
    @RolesAllowed("read")
    public Class<ForEditors> forEditors() {
        return ForEditors.class;
    }

    /** What readers are handed on to. */
    public record ForReaders(SecurityContext security) {

        /** Tells who is calling. */
        @GET
        public String get() {
            return RestReport.of(security);
        }
    }

    /** What writers are handed on to. */
    public record ForWriters(SecurityContext security) {

        /** Tells who is calling. */
        @GET
        public String get() {
            return RestReport.of(security);
        }
    }

    /** What everybody is handed on to. */
    public record ForAll(SecurityContext security) {

        /** Tells who is calling. */
        @GET
        public String get() {
            return RestReport.of(security);
        }
    }

    /** What readers are handed on to who have to be writers, too. */
    @RolesAllowed("write")
    public static class ForEditors {

        @Context
        private SecurityContext security;

        /** Tells who is calling. */
        @GET
        public String get() {
            return RestReport.of(security);
        }
    }
}
