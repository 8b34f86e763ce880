package org.cognito4j.jakarta.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Map;
import org.cognito4j.AccessToken;
import org.cognito4j.GenuineTokens;
import org.cognito4j.config.Configuration;
import org.cognito4j.config.ConfigurationSource;
import org.cognito4j.config.ServiceSettingsReader;
import org.cognito4j.jakarta.CognitoPrincipal;
import org.cognito4j.jakarta.CognitoService;
import org.cognito4j.jakarta.decision.DecisionForm;
import org.cognito4j.jakarta.metadata.RequestedPath;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClaimRequirementTest {

    private final CognitoService service =
            new CognitoService(ServiceSettingsReader.read(Configuration.of(List.of(ConfigurationSource.of(
                    "test",
                    Map.of("cognito.user-pool-id", GenuineTokens.POOL, "cognito.client-ids", GenuineTokens.CLIENT))))));

    static class Places {

        @RequiresClaim(name = "tenant", path = "tenantId")
        void path() {}

        @RequiresClaim(name = "tenant")
        void present() {}

        @RequiresClaim(name = "tenant", value = "*")
        void star() {}

        @RequiresClaim(name = "tenant", value = "acme")
        void value() {}

        @RequiresClaim(name = "tenant", value = "acme", path = "tenantId")
        void contradictory() {}

        void open() {}

        @Path("items")
        @RequiresClaim(name = "tenant", path = "tenantId")
        void locator() {}

        @GET
        @Path("items")
        @RequiresClaim(name = "tenant", path = "tenantId")
        void answering() {}
    }

    private record Machine(AccessToken accessToken) implements CognitoPrincipal {

        @Override
        public String getName() {
            return "machine";
        }
    }

    @AfterEach
    void end() {
        service.close();
    }

    @Test
    void refuses_where_no_path_is_known() throws Exception {
        ClaimRequirement requirement = requirement("path");

        assertThat(requirement.asksForPath()).isTrue();
        assertThat(isAccepted("path", "\"acme\"", Map.of("tenantId", List.of("acme"))))
                .isTrue();
        assertThat(isAccepted("path", "\"acme\"", null)).isFalse();
        assertThat(isAccepted("path", "\"acme\"", Map.of())).isFalse();
        assertThat(isAccepted("path", "\"acme\"", Map.of("tenantId", List.of())))
                .isFalse();
        assertThat(isAccepted("path", "\"\"", Map.of("tenantId", List.of("")))).isFalse();
        assertThat(isAccepted("path", "\"acme\"", Map.of("TENANTID", List.of("acme"))))
                .isFalse();
        assertThat(isAccepted("path", "\"acme\"", Map.of("tenantId", List.of("acme", "x"))))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"x\" | true",
                "7 | true",
                "{\"a\":1} | true",
                "null | false",
                "\"\" | false",
                "[] | false",
                "{} | false",
                "[null] | false"
            })
    void accepts_any_value_where_none_is_named(String json, boolean accepted) throws Exception {
        assertThat(isAccepted("present", json, null)).isEqualTo(accepted);
        assertThat(isAccepted("star", json, null)).isEqualTo(accepted);
        assertThat(isAccepted("value", json, null)).isFalse();
    }

    /** RESTEasy calls locators before the filters that know the path. They are asked once more before the method that answers. */
    @Test
    void leaves_the_path_of_a_locator_to_who_knows_it() throws Exception {
        assertThat(isAccepted("locator", "\"acme\"", null)).isTrue();
        assertThat(isAccepted("locator", "\"acme\"", Map.of("tenantId", List.of("acme"))))
                .isTrue();
        assertThat(isAccepted("locator", "\"acme\"", Map.of("tenantId", List.of("globex"))))
                .isFalse();
        assertThat(isAccepted("locator", "\"acme\"", Map.of())).isFalse();
        assertThat(isAccepted("answering", "\"acme\"", null)).isFalse();
    }

    @Test
    void refuses_all_where_the_annotation_contradicts_itself() throws Exception {
        assertThat(isAccepted("contradictory", "\"acme\"", Map.of("tenantId", List.of("acme"))))
                .isFalse();
    }

    @Test
    void names_no_claim_in_a_refusal() throws Exception {
        AccessRefused refused = catchThrowableOfType(
                AccessRefused.class,
                () -> requirement("value")
                        .check(new Machine(token("\"globex\"")), service, null, DecisionForm.BEAN, UNKNOWN));

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.headers()).containsKey("WWW-Authenticate");
        assertThat(refused.headers().toString() + refused).doesNotContain("acme", "globex", "tenant");
    }

    @Test
    void challenges_a_caller_without_a_token() throws Exception {
        ClaimRequirement requirement = requirement("value");

        assertThatThrownBy(() -> requirement.check(null, service, null, DecisionForm.BEAN, UNKNOWN))
                .isInstanceOfSatisfying(
                        AccessRefused.class,
                        refused -> assertThat(refused.status()).isEqualTo(401));
        assertThatThrownBy(() -> requirement.check(null, null, null, DecisionForm.BEAN, UNKNOWN))
                .isInstanceOf(IllegalStateException.class);
        assertThat(ClaimRequirement.of(Places.class.getDeclaredMethod("open"), Places.class))
                .isEmpty();
    }

    /** A request that is not at hand, as in a JAX-RS filter. */
    private static final JudgedRequest UNKNOWN = new JudgedRequest() {
        @Override
        public @Nullable HttpServletRequest of(CognitoService service) {
            return null;
        }

        @Override
        public RequestedPath path() {
            return RequestedPath.UNKNOWN;
        }
    };

    private boolean isAccepted(String method, String json, @Nullable Map<String, List<String>> parameters)
            throws Exception {
        try {
            requirement(method).check(new Machine(token(json)), service, parameters, DecisionForm.BEAN, UNKNOWN);
            return true;
        } catch (AccessRefused refused) {
            assertThat(refused.status()).isEqualTo(403);
            return false;
        }
    }

    private static AccessToken token(String json) {
        return GenuineTokens.with(Map.of("tenant", json));
    }

    private static ClaimRequirement requirement(String method) throws NoSuchMethodException {
        return ClaimRequirement.of(Places.class.getDeclaredMethod(method), Places.class)
                .orElseThrow();
    }
}
