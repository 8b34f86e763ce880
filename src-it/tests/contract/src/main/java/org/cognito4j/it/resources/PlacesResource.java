package org.cognito4j.it.resources;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Has annotations on itself, its interface and its locators. */
@Path("places")
@RolesAllowed("read")
public class PlacesResource implements PlacesApi {

    /** For readers, as the class says. */
    @GET
    public String get() {
        return "places";
    }

    @Override
    public String implemented() {
        return "implemented";
    }

    @Override
    public String denied() {
        return "denied";
    }

    /** For readers. */
    @Path("mine")
    public Item mine() {
        return new Item();
    }

    /** For writers. */
    @Path("all")
    @RolesAllowed("write")
    public Item all() {
        return new Item();
    }

    /** Of any type, for writers. */
    @Path("any")
    @RolesAllowed("write")
    public Object any() {
        return new Item();
    }

    /** Later, for writers. */
    @Path("later")
    @RolesAllowed("write")
    public CompletionStage<Item> later() {
        return CompletableFuture.completedFuture(new Item());
    }

    /** For all callers. */
    @Path("open")
    @PermitAll
    public Item open() {
        return new Item();
    }

    /** What the locators return. */
    public static class Item {

        /** Without an annotation. */
        @GET
        public String get() {
            return "item";
        }

        /** For all callers. */
        @GET
        @Path("free")
        @PermitAll
        public String free() {
            return "free";
        }
    }
}
