package org.cognito4j.it.hostile.rest;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.cognito4j.it.hostile.Secret;

/** Has lists of roles that tutorials do not show, and a method of its own. */
@Path("orders")
@DenyAll
public class UnusualRoles {

    /** The method of caches. */
    @HttpMethod("PURGE")
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.METHOD)
    public @interface Purge {}

    /** Is for no caller, as its list is empty. */
    @GET
    @Path("empty")
    @RolesAllowed({})
    public String empty(@Context SecurityContext context) {
        return Secret.of(context.getUserPrincipal());
    }

    /** Is for any authenticated caller. */
    @GET
    @Path("any")
    @RolesAllowed("**")
    public String any(@Context SecurityContext context) {
        return Secret.of(context.getUserPrincipal());
    }

    /** Is for readers and writers. */
    @GET
    @Path("either")
    @RolesAllowed({"read", "write"})
    public String either(@Context SecurityContext context) {
        return Secret.of(context.getUserPrincipal());
    }

    /** Has the denial of its class. */
    @Purge
    public String purge(@Context SecurityContext context) {
        return Secret.of(context.getUserPrincipal());
    }

    /** Is open, and so shows no secret. */
    @GET
    @Path("open")
    @PermitAll
    public String open() {
        return "open";
    }
}
