package org.cognito4j.jakarta.rest;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.client.ClientBuilder;
import java.util.Map;
import org.cognito4j.jakarta.rest.RestServers.Running;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.server.model.Resource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Switches of Jersey that keep it from looking for features. */
class JerseyRegistrationTest {

    /** Asks for a role. */
    @Path("x")
    public static class Restricted {

        /** For administrators. */
        @GET
        @RolesAllowed("admin")
        public String get() {
            return "x";
        }

        /** For no caller. */
        @GET
        @Path("none")
        @DenyAll
        public String none() {
            return "none";
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jersey.config.disableMetainfServicesLookup",
                "jersey.config.disableMetainfServicesLookup.server",
                "jersey.config.server.disableMetainfServicesLookup",
                "jersey.config.disableAutoDiscovery",
                "jersey.config.disableAutoDiscovery.server",
                "jersey.config.server.disableAutoDiscovery"
            })
    void take_nothing_from_an_application(String property) throws Exception {
        assertProtects(RestServers.JERSEY.start(Map.of(property, true), Restricted.class));
        assertProtects(RestServers.JERSEY.start(Map.of(property, "true"), Restricted.class));
        assertProtects(RestServers.JERSEY.start(new ResourceConfig(Restricted.class).property(property, true)));
    }

    @Test
    void take_nothing_from_an_application_if_all_are_set() throws Exception {
        assertProtects(RestServers.JERSEY.start(
                Map.of(
                        "jakarta.ws.rs.loadServices", false,
                        "jersey.config.disableMetainfServicesLookup", true,
                        "jersey.config.disableAutoDiscovery", true),
                Restricted.class));
    }

    @Test
    void take_nothing_from_an_application_that_registers_the_feature_itself() throws Exception {
        assertProtects(RestServers.JERSEY.start(new ResourceConfig(Restricted.class)
                .register(RolesAllowedFeature.class)
                .property("jersey.config.disableAutoDiscovery", true)));
    }

    /** A resource without a class, of which an annotation on the function's class is known alone. */
    @Test
    void leave_models_of_resources_protected() throws Exception {
        Resource.Builder model = Resource.builder("model");
        model.addMethod("GET").handledBy(new Handler());
        Running running = RestServers.JERSEY.start(new ResourceConfig().registerResources(model.build()));

        assertThat(running.get("model", RestCaller.in("read"))).isEqualTo(403);
        assertThat(running.get("model", RestCaller.in("admin"))).isEqualTo(200);
    }

    @Test
    void are_none_of_a_clients_business() {
        try (var client = ClientBuilder.newClient()) {
            client.target("http://localhost").request();
            assertThat(client.getConfiguration().isRegistered(RolesAllowedFeature.class))
                    .isFalse();
        }
    }

    private static void assertProtects(Running running) throws Exception {
        assertThat(running.get("x", RestCaller.in("read"))).isEqualTo(403);
        assertThat(running.get("x/none", RestCaller.in("admin"))).isEqualTo(403);
        assertThat(running.get("x", RestCaller.in("admin"))).isEqualTo(200);
    }

    @RolesAllowed("admin")
    private static final class Handler
            implements org.glassfish.jersey.process.Inflector<jakarta.ws.rs.container.ContainerRequestContext, String> {

        @Override
        public String apply(jakarta.ws.rs.container.ContainerRequestContext request) {
            return "model";
        }
    }
}
