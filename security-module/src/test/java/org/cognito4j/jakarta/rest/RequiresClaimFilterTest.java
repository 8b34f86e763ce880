package org.cognito4j.jakarta.rest;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cognito4j.AccessToken;
import org.cognito4j.GenuineTokens;
import org.cognito4j.config.Configuration;
import org.cognito4j.config.ConfigurationSource;
import org.cognito4j.config.ServiceSettingsReader;
import org.cognito4j.jakarta.CognitoPrincipal;
import org.cognito4j.jakarta.CognitoService;
import org.cognito4j.jakarta.access.RequiresClaim;
import org.cognito4j.jakarta.access.RequiresScope;
import org.cognito4j.jakarta.rest.RestServers.Running;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A resource for one tenant is shown to callers of that tenant alone, in whatever way its path is written. */
class RequiresClaimFilterTest {

    private static CognitoService service;
    private static volatile String seen = "";

    /** Whatever was asked for last is seen by the test. */
    @Path("tenants/{tenantId}")
    @RequiresClaim(name = "tenant", path = "tenantId")
    public static class Tenants {

        @GET
        public String get(@PathParam("tenantId") String tenant) {
            seen = tenant;
            return tenant;
        }

        @GET
        @Path("tier")
        @RequiresClaim(name = "tier", value = "gold")
        public String tier() {
            return "gold";
        }

        @GET
        @Path("all")
        @RolesAllowed("read")
        @RequiresScope("read")
        public String all() {
            return "all";
        }

        @GET
        @Path("replaced")
        @RequiresClaim(name = "tenant", value = "operator")
        public String replaced() {
            return "replaced";
        }

        @GET
        @Path("twice/{tenantId}")
        public String twice(@PathParam("tenantId") String tenant) {
            return tenant;
        }

        @Path("items/{item}")
        public Item item() {
            return new Item();
        }
    }

    /** Its parameters are those of the way to it. */
    public static class Item {

        @GET
        @RequiresClaim(name = "item", path = "item")
        public String get() {
            return "item";
        }

        @GET
        @Path("other")
        @RequiresClaim(name = "item", path = "nowhere")
        public String other() {
            return "other";
        }
    }

    /** May be empty. */
    @Path("any")
    public static class Anything {

        @GET
        @Path("{rest: .*}")
        @RequiresClaim(name = "tenant", path = "rest")
        public String get(@PathParam("rest") String rest) {
            seen = rest;
            return rest;
        }
    }

    private record Machine(AccessToken accessToken) implements CognitoPrincipal {

        @Override
        public String getName() {
            return accessToken.clientId();
        }
    }

    @BeforeAll
    static void start() {
        service = new CognitoService(ServiceSettingsReader.read(Configuration.of(List.of(ConfigurationSource.of(
                "test",
                Map.of(
                        "cognito.user-pool-id", GenuineTokens.POOL,
                        "cognito.client-ids", GenuineTokens.CLIENT,
                        "cognito.resource-server", "api"))))));
    }

    @AfterAll
    static void end() {
        service.close();
    }

    private static Running running(RestServers server) {
        return server.start(
                RestServers.application(
                        Map.of(), Tenants.class, Anything.class, RolesAllowedFeature.class, AccessRefusedFeature.class),
                RestServers.contextOf(service));
    }

    /** A caller with some claims, as JSON. */
    private static RestCaller with(Map<String, String> claims) {
        return new RestCaller(new Machine(GenuineTokens.with(claims)), Set.of("read"));
    }

    private static RestCaller of(String tenant) {
        return with(Map.of("tenant", tenant));
    }

    @ParameterizedTest
    @EnumSource(RestServers.class)
    void shows_a_tenant_to_its_own_callers(RestServers server) throws Exception {
        Running running = running(server);
        RestCaller acme = of("\"acme\"");

        assertThat(running.get("tenants/acme", acme)).isEqualTo(200);
        assertThat(running.get("tenants/%61cme", acme)).isEqualTo(200);
        assertThat(running.get("tenants/globex", acme)).isEqualTo(403);
        assertThat(running.get("tenants/acme", RestCaller.anonymous())).isEqualTo(401);
        assertThat(running.get("tenants/acme", RestCaller.in("read"))).isEqualTo(401);
        for (String other : Set.of("ACME", "acm", "acme%20", "%20acme", "acme%00", "a%D1%81me", "*", "acme,globex")) {
            assertThat(running.get("tenants/" + other, acme)).as(other).isNotEqualTo(200);
        }
    }

    /** What JAX-RS hands to the method is what was compared. */
    @ParameterizedTest
    @EnumSource(RestServers.class)
    void shows_no_other_tenant_by_an_odd_path(RestServers server) throws Exception {
        Running running = running(server);
        RestCaller acme = of("\"acme\"");
        for (String path : Set.of(
                "tenants/acme;x=1",
                "tenants/globex;acme",
                "tenants/globex;tenantId=acme",
                "tenants/acme%3Bglobex",
                "tenants/acme%2Fglobex",
                "tenants/globex%2Facme",
                "tenants/globex%2F..%2Facme",
                "tenants/acme%2F..%2Fglobex",
                "tenants/%2e%2e%2Facme",
                "tenants/%252e%252e",
                "tenants/%61%63%6D%65",
                "tenants//acme",
                "tenants/globex/?tenantId=acme",
                "tenants/acme/?tenantId=globex")) {
            seen = "";
            int status = running.get(path, acme);
            assertThat(status == 200 ? seen : "acme").as("%s: %s", path, status).isEqualTo("acme");
        }
    }

    @ParameterizedTest
    @EnumSource(RestServers.class)
    void compares_claims_of_each_type(RestServers server) throws Exception {
        Running running = running(server);

        RestCaller both = of("[\"acme\",\"globex\",null,{}]");
        assertThat(running.get("tenants/acme", both)).isEqualTo(200);
        assertThat(running.get("tenants/globex", both)).isEqualTo(200);
        assertThat(running.get("tenants/initech", both)).isEqualTo(403);
        assertThat(running.get("tenants/7", of("7"))).isEqualTo(200);
        assertThat(running.get("tenants/07", of("7"))).isEqualTo(403);
        assertThat(running.get("tenants/7.0", of("7"))).isEqualTo(403);
        assertThat(running.get("tenants/true", of("true"))).isEqualTo(200);
        assertThat(running.get("tenants/null", of("null"))).isEqualTo(403);
        assertThat(running.get("tenants/acme", of("{\"acme\":\"acme\"}"))).isEqualTo(403);
        assertThat(running.get("tenants/acme", with(Map.of("other", "\"acme\""))))
                .isEqualTo(403);
        assertThat(running.get("tenants/*", of("\"acme\""))).isEqualTo(403);
        assertThat(running.get("tenants/acme", of("\"*\""))).isEqualTo(403);
    }

    @ParameterizedTest
    @EnumSource(RestServers.class)
    void takes_no_empty_parameter_for_a_tenant(RestServers server) throws Exception {
        Running running = running(server);

        assertThat(running.get("any/acme", of("\"acme\""))).isEqualTo(200);
        for (String empty : Set.of("\"\"", "null", "[]", "[\"\"]")) {
            assertThat(running.get("any/", of(empty))).as(empty).isNotEqualTo(200);
            assertThat(running.get("any", of(empty))).as(empty).isNotEqualTo(200);
        }
    }

    @ParameterizedTest
    @EnumSource(RestServers.class)
    void requires_every_value_of_a_parameter_that_comes_twice(RestServers server) throws Exception {
        Running running = running(server);
        RestCaller acme = of("\"acme\"");

        assertThat(running.get("tenants/acme/twice/acme", acme)).isEqualTo(200);
        assertThat(running.get("tenants/acme/twice/globex", acme)).isEqualTo(403);
        assertThat(running.get("tenants/globex/twice/acme", acme)).isEqualTo(403);
    }

    /** One on the method replaces that of the class for the same claim alone. */
    @ParameterizedTest
    @EnumSource(RestServers.class)
    void requires_claims_of_the_class_beside_others_of_the_method(RestServers server) throws Exception {
        Running running = running(server);

        assertThat(running.get("tenants/acme/tier", with(Map.of("tenant", "\"acme\"", "tier", "\"gold\""))))
                .isEqualTo(200);
        assertThat(running.get("tenants/acme/tier", with(Map.of("tenant", "\"globex\"", "tier", "\"gold\""))))
                .isEqualTo(403);
        assertThat(running.get("tenants/acme/tier", with(Map.of("tenant", "\"acme\"", "tier", "\"silver\""))))
                .isEqualTo(403);
        assertThat(running.get("tenants/acme/replaced", of("\"operator\""))).isEqualTo(200);
        assertThat(running.get("tenants/acme/replaced", of("\"acme\""))).isEqualTo(403);
    }

    @ParameterizedTest
    @EnumSource(RestServers.class)
    void requires_roles_and_scopes_besides(RestServers server) throws Exception {
        Running running = running(server);
        AccessToken token = GenuineTokens.with(Map.of("tenant", "\"acme\"", "scope", "\"api/read\""));

        assertThat(running.get("tenants/acme/all", new RestCaller(new Machine(token), Set.of("read"))))
                .isEqualTo(200);
        assertThat(running.get("tenants/acme/all", new RestCaller(new Machine(token), Set.of())))
                .isEqualTo(403);
        assertThat(running.get("tenants/globex/all", new RestCaller(new Machine(token), Set.of("read"))))
                .isEqualTo(403);
        assertThat(running.get("tenants/acme/all", of("\"acme\""))).isEqualTo(403);
    }

    @ParameterizedTest
    @EnumSource(RestServers.class)
    void holds_on_the_way_to_a_resource_of_a_resource(RestServers server) throws Exception {
        Running running = running(server);
        Map<String, String> claims = Map.of("tenant", "\"acme\"", "item", "\"1\"");

        assertThat(running.get("tenants/acme/items/1", with(claims))).isEqualTo(200);
        assertThat(running.get("tenants/globex/items/1", with(claims))).isEqualTo(403);
        assertThat(running.get("tenants/acme/items/2", with(claims))).isEqualTo(403);
        assertThat(running.get("tenants/acme/items/1/other", with(claims))).isEqualTo(403);
    }
}
