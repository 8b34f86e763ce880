package org.cognito4j.jakarta.rest;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Map;
import org.cognito4j.config.Configuration;
import org.cognito4j.config.ConfigurationSource;
import org.cognito4j.config.ServiceSettingsReader;
import org.cognito4j.jakarta.CognitoService;
import org.cognito4j.jakarta.rest.RestServers.Running;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** {@code cognito.unannotated}. */
class UnannotatedResourcesTest {

    private static final RestCaller READER = RestCaller.in("read");

    /** What is located, without annotations. */
    public static class Item {

        /** Says nothing. */
        @GET
        public String get() {
            return "item";
        }

        /** Is open. */
        @GET
        @Path("open")
        @PermitAll
        public String open() {
            return "open";
        }
    }

    /** Has all kinds of methods. */
    @Path("x")
    public static class Mixed {

        /** Says nothing. */
        @GET
        public String get() {
            return "x";
        }

        /** Is open. */
        @GET
        @Path("open")
        @PermitAll
        public String open() {
            return "open";
        }

        /** Is for some. */
        @GET
        @Path("read")
        @RolesAllowed("read")
        public String read() {
            return "read";
        }

        /** Asks for a role that no method behind it asks for. */
        @Path("asking")
        @RolesAllowed("read")
        public Item asking() {
            return new Item();
        }

        /** Says nothing. */
        @Path("silent")
        public Item silent() {
            return new Item();
        }

        /** Opens itself alone. */
        @Path("opening")
        @PermitAll
        public Item opening() {
            return new Item();
        }
    }

    /** Is open as a whole. */
    @Path("open")
    @PermitAll
    public static class Open {

        /** As the class. */
        @GET
        public String get() {
            return "open";
        }
    }

    @ParameterizedTest
    @EnumSource(RestServers.class)
    void refuse_all_callers_where_that_is_set(RestServers server) throws Exception {
        try (CognitoService service = service(Map.of("cognito.unannotated", "deny"))) {
            Running running = running(server, service);

            assertThat(running.get("x", RestCaller.anonymous())).isEqualTo(401);
            assertThat(running.get("x", READER)).isEqualTo(403);
            assertThat(running.get("x/silent", READER)).isEqualTo(403);
            assertThat(running.get("x/opening", READER)).isEqualTo(403);
        }
    }

    @ParameterizedTest
    @EnumSource(RestServers.class)
    void are_not_those_with_an_annotation(RestServers server) throws Exception {
        try (CognitoService service = service(Map.of("cognito.unannotated", "deny"))) {
            Running running = running(server, service);

            assertThat(running.get("x/open", RestCaller.anonymous())).isEqualTo(200);
            assertThat(running.get("open", RestCaller.anonymous())).isEqualTo(200);
            assertThat(running.get("x/silent/open", RestCaller.anonymous())).isEqualTo(200);
            assertThat(running.get("x/read", READER)).isEqualTo(200);
            assertThat(running.get("x/asking", READER)).isEqualTo(200);
            assertThat(running.get("x/asking", RestCaller.in("other"))).isEqualTo(403);
            assertThat(running.status("OPTIONS", "x", RestCaller.anonymous())).isEqualTo(200);
        }
    }

    @Test
    void hide_the_description_of_all_resources() throws Exception {
        try (CognitoService service = service(Map.of("cognito.unannotated", "deny"))) {
            assertThat(running(RestServers.JERSEY, service).get("application.wadl", RestCaller.anonymous()))
                    .isEqualTo(401);
        }
    }

    @ParameterizedTest
    @EnumSource(RestServers.class)
    void are_open_by_default(RestServers server) throws Exception {
        try (CognitoService service = service(Map.of())) {
            Running running = running(server, service);

            assertThat(running.get("x", RestCaller.anonymous())).isEqualTo(200);
            assertThat(running.get("x/silent", RestCaller.anonymous())).isEqualTo(200);
        }
    }

    private static Running running(RestServers server, CognitoService service) {
        return server.start(RestServers.application(Map.of(), Mixed.class, Open.class), RestServers.contextOf(service));
    }

    private static CognitoService service(Map<String, String> further) {
        return new CognitoService(ServiceSettingsReader.read(Configuration.of(List.of(
                ConfigurationSource.of(
                        "test", Map.of("cognito.user-pool-id", "eu-west-1_AbCdEfGhI", "cognito.client-ids", "client1")),
                ConfigurationSource.of("test", further)))));
    }
}
