package org.cognito4j.jakarta.rest;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.net.URI;
import org.glassfish.jersey.internal.MapPropertiesDelegate;
import org.glassfish.jersey.server.ApplicationHandler;
import org.glassfish.jersey.server.ContainerRequest;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.server.model.Resource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Locators as Jersey knows them, which may hand requests on by more than JAX-RS has. */
class JerseyLocatorsTest {

    private final ApplicationHandler jersey =
            new ApplicationHandler(new ResourceConfig(Root.class, RolesAllowedFeature.class));

    /** Twice, as Jersey keeps what it has found out about a locator. */
    @ParameterizedTest
    @ValueSource(strings = {"class", "model", "deeper/object"})
    void let_nobody_through_without_the_role(String path) throws Exception {
        assertThat(status(path, "write")).isEqualTo(403);
        assertThat(status(path, "write")).isEqualTo(403);
        assertThat(status(path, "read")).isEqualTo(200);
        assertThat(status(path, "write")).isEqualTo(403);
    }

    private int status(String path, String role) throws Exception {
        URI base = URI.create("http://localhost/");
        return jersey.apply(new ContainerRequest(
                        base, base.resolve(path), "GET", RestCaller.in(role), new MapPropertiesDelegate(), null))
                .get()
                .getStatus();
    }

    /** Where all requests begin. */
    @Path("/")
    public static class Root {

        /** For some. */
        @Path("class")
        @RolesAllowed("read")
        public Class<ByClass> byClass() {
            return ByClass.class;
        }

        /** For some, by what only Jersey has. */
        @Path("model")
        @RolesAllowed("read")
        public Resource model() {
            return Resource.from(ByModel.class);
        }

        /** For everybody, but it leads on. */
        @Path("deeper")
        public Class<Deeper> deeper() {
            return Deeper.class;
        }
    }

    /** Leads on. */
    public static class Deeper {

        /** For some. */
        @Path("object")
        @RolesAllowed("read")
        public ByObject object() {
            return new ByObject();
        }
    }

    /** What a class names. */
    public static class ByClass extends Answering {}

    /** What a model is of. */
    public static class ByModel extends Answering {}

    /** What a locator makes. */
    public static class ByObject extends Answering {}

    /** Says nothing of who may call. */
    public static class Answering {

        /** Answers anybody. */
        @GET
        public String get() {
            return "answer";
        }
    }
}
