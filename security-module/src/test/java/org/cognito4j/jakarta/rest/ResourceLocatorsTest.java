package org.cognito4j.jakarta.rest;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.cognito4j.jakarta.rest.RestServers.Running;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Annotations of sub-resource locators, as JAX-RS implementations run them. */
class ResourceLocatorsTest {

    private static final RestCaller READER = RestCaller.in("read");
    private static final RestCaller ADMIN = RestCaller.in("admin");

    /** What is located. */
    public static class Item {

        /** Answers without a path of its own. */
        @GET
        public String get() {
            return "item";
        }

        /** Answers on a path of its own. */
        @GET
        @Path("name")
        public String name() {
            return "name";
        }

        /** Leads further. */
        @Path("inner")
        @RolesAllowed("inner")
        public Item inner() {
            return new Item();
        }

        /** Leads further without asking. */
        @Path("free")
        public Object free() {
            return new Item();
        }
    }

    /** Has several locators of one type. */
    @Path("two")
    public static class Two {

        /** For readers. */
        @Path("mine")
        @RolesAllowed("read")
        public Item mine() {
            return new Item();
        }

        /** For administrators. */
        @Path("all")
        @RolesAllowed("admin")
        public Item all() {
            return new Item();
        }

        /** For no caller. */
        @Path("none")
        @DenyAll
        public Item none() {
            return new Item();
        }

        /** For all callers. */
        @Path("open")
        public Item open() {
            return new Item();
        }

        /** Of any type. */
        @Path("any")
        @RolesAllowed("admin")
        public Object any() {
            return new Item();
        }

        /** Made by the implementation. */
        @Path("made")
        @RolesAllowed("admin")
        public Class<Item> made() {
            return Item.class;
        }

        /** Made by the implementation, of any type. */
        @Path("made-any")
        @RolesAllowed("admin")
        public Class<?> madeAny() {
            return Item.class;
        }

        /** With a variable. */
        @Path("of/{id: [a-z]+}")
        @RolesAllowed("admin")
        public Item of(@PathParam("id") String id) {
            return new Item();
        }
    }

    /** Has locators that may be confused. */
    @Path("alike/{root}")
    public static class Alike {

        /** By name. */
        @Path("secret")
        @RolesAllowed("admin")
        public Item secret() {
            return new Item();
        }

        /** All others. */
        @Path("{name}")
        @RolesAllowed("read")
        public Item other(@PathParam("name") String name) {
            return new Item();
        }
    }

    /** Locates later. */
    @Path("later")
    public static class Later {

        /** By a type of the platform. */
        @Path("stage")
        @RolesAllowed("admin")
        public CompletionStage<Item> stage() {
            return CompletableFuture.completedFuture(new Item());
        }

        /** By its subclass. */
        @Path("future")
        @RolesAllowed("admin")
        public CompletableFuture<Item> future() {
            return CompletableFuture.completedFuture(new Item());
        }

        /** Without type arguments. */
        @SuppressWarnings("rawtypes")
        @Path("raw")
        @RolesAllowed("admin")
        public CompletionStage raw() {
            return CompletableFuture.completedFuture(new Item());
        }

        /** Of any type. */
        @Path("wild")
        @RolesAllowed("admin")
        public CompletionStage<?> wild() {
            return CompletableFuture.completedFuture(new Item());
        }

        /** With a type variable. */
        @Path("variable")
        @RolesAllowed("admin")
        @SuppressWarnings("unchecked")
        public <T> T variable() {
            return (T) CompletableFuture.completedFuture(new Item());
        }

        /** For all callers. */
        @Path("open")
        public CompletionStage<Item> open() {
            return CompletableFuture.completedFuture(new Item());
        }
    }

    /** Says who may where it says what it makes. */
    public interface Making<T> {

        /** For administrators. */
        @Path("made")
        @RolesAllowed("admin")
        T make();
    }

    /** Says it by a type argument. */
    @Path("typed")
    public static class Typed implements Making<Item> {

        @Override
        public Item make() {
            return new Item();
        }
    }

    /** Is restricted itself. */
    @Path("restricted")
    @RolesAllowed("admin")
    public static class Restricted {

        /** As the class says. */
        @Path("as-class")
        public Item asClass() {
            return new Item();
        }

        /** For all callers. */
        @Path("open")
        @PermitAll
        public Item open() {
            return new Item();
        }
    }

    private static Running running(RestServers server) {
        return server.start(Two.class, Alike.class, Later.class, Typed.class, Restricted.class);
    }

    @ParameterizedTest
    @EnumSource(RestServers.class)
    void ask_for_what_the_locator_that_was_called_asks_for(RestServers server) throws Exception {
        Running running = running(server);

        assertThat(running.get("two/mine", READER)).isEqualTo(200);
        assertThat(running.get("two/mine", ADMIN)).isEqualTo(403);
        assertThat(running.get("two/all", ADMIN)).isEqualTo(200);
        assertThat(running.get("two/all", READER)).isEqualTo(403);
        assertThat(running.get("two/none", ADMIN)).isEqualTo(403);
        assertThat(running.get("two/open", RestCaller.anonymous())).isEqualTo(200);
        assertThat(running.get("two/open/name", RestCaller.anonymous())).isEqualTo(200);
        assertThat(running.get("two/mine/name", READER)).isEqualTo(200);
        assertThat(running.get("two/all/name", READER)).isEqualTo(403);
        for (String path : new String[] {"two/any", "two/made", "two/made-any", "two/of/x", "typed/made"}) {
            assertThat(running.get(path, READER)).as(path).isEqualTo(403);
            assertThat(running.get(path, ADMIN)).as(path).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @EnumSource(RestServers.class)
    void ask_on_each_step_of_the_way(RestServers server) throws Exception {
        Running running = running(server);

        assertThat(running.get("two/open/inner/free/name", READER)).isEqualTo(403);
        assertThat(running.get("two/open/inner/free/name", RestCaller.in("inner")))
                .isEqualTo(200);
        assertThat(running.get("two/mine/free/inner", RestCaller.in("inner"))).isEqualTo(403);
        assertThat(running.get("two/mine/free/inner", RestCaller.in("inner", "read")))
                .isEqualTo(200);
        assertThat(running.get("two/mine/free/free/free", READER)).isEqualTo(200);
    }

    @ParameterizedTest
    @EnumSource(RestServers.class)
    void ask_the_locator_whose_path_was_matched(RestServers server) throws Exception {
        Running running = running(server);

        assertThat(running.get("alike/a/secret", READER)).isEqualTo(403);
        assertThat(running.get("alike/a/secret", ADMIN)).isEqualTo(200);
        assertThat(running.get("alike/a/other", READER)).isEqualTo(200);
        assertThat(running.get("alike/a/other/name", ADMIN)).isEqualTo(403);
        assertThat(running.get("alike/secret/other", READER)).isEqualTo(200);
        assertThat(running.get("alike/a/secret;x=y", READER)).isEqualTo(403);
    }

    /** Which of the two runs is for the implementation to say, so both are asked for. */
    @Test
    void ask_all_locators_where_characters_are_encoded() throws Exception {
        Running running = running(RestServers.RESTEASY);

        assertThat(running.get("alike/a/%73ecret", READER)).isEqualTo(403);
        assertThat(running.get("alike/a/%73ecret", ADMIN)).isEqualTo(403);
        assertThat(running.get("alike/a/%73ecret", RestCaller.in("admin", "read")))
                .isEqualTo(200);
    }

    @ParameterizedTest
    @EnumSource(RestServers.class)
    void ask_for_what_the_class_of_a_locator_asks_for(RestServers server) throws Exception {
        Running running = running(server);

        assertThat(running.get("restricted/as-class", READER)).isEqualTo(403);
        assertThat(running.get("restricted/as-class", ADMIN)).isEqualTo(200);
        assertThat(running.get("restricted/open", READER)).isEqualTo(200);
    }

    /** RESTEasy waits for what is located later. */
    @Test
    void ask_for_the_role_of_a_locator_that_locates_later() throws Exception {
        Running running = running(RestServers.RESTEASY);

        for (String path : new String[] {"stage", "future", "raw", "wild", "variable"}) {
            assertThat(running.get("later/" + path, READER)).as(path).isEqualTo(403);
            assertThat(running.get("later/" + path, ADMIN)).as(path).isEqualTo(200);
        }
        assertThat(running.get("later/open", RestCaller.anonymous())).isEqualTo(200);
    }
}
