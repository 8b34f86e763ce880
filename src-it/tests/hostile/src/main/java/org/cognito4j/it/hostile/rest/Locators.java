package org.cognito4j.it.hostile.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.cognito4j.it.hostile.Secret;

/** Gets to a sub-resource by methods of many types. */
@Path("orders")
public class Locators {

    /** Is for readers. */
    @Path("mine")
    @RolesAllowed("read")
    public Item mine() {
        return new Item();
    }

    /** Is for writers, and makes the same. */
    @Path("all")
    @RolesAllowed("write")
    public Item all() {
        return new Item();
    }

    /** Is for readers, and says nothing of its type. */
    @Path("object")
    @RolesAllowed("read")
    public Object object() {
        return new Item();
    }

    /** Is for readers, and makes it later. */
    @Path("stage")
    @RolesAllowed("read")
    public CompletionStage<Item> stage() {
        return CompletableFuture.completedFuture(new Item());
    }

    /** Is for readers, and names the class alone. */
    @Path("class")
    @RolesAllowed("read")
    public Class<Item> ofClass() {
        return Item.class;
    }

    /** Is for readers, and may be of any type. */
    @Path("generic")
    @RolesAllowed("read")
    public <T extends Item> T generic() {
        @SuppressWarnings("unchecked")
        T item = (T) new Item();
        return item;
    }

    /** Makes what is for readers. */
    @Path("secured")
    public SecuredItem secured() {
        return new SecuredItem();
    }

    /** Says nothing of who may read it. */
    public static class Item {

        /** Has no annotation. */
        @GET
        public String read(@Context SecurityContext context) {
            return Secret.of(context.getUserPrincipal());
        }
    }

    /** Is for readers. */
    @RolesAllowed("read")
    public static class SecuredItem extends Item {

        /** Has the role of the class. */
        @GET
        @Path("own")
        public String own(@Context SecurityContext context) {
            return Secret.of(context.getUserPrincipal());
        }
    }
}
