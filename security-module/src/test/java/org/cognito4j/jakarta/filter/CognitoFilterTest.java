package org.cognito4j.jakarta.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Level;
import org.cognito4j.InvalidSettings;
import org.cognito4j.SettingFault;
import org.cognito4j.jakarta.CognitoService;
import org.cognito4j.jakarta.constraint.ConstraintRule;
import org.cognito4j.jakarta.constraint.UrlPattern;
import org.cognito4j.jakarta.constraint.WebConstraint;
import org.cognito4j.jakarta.constraint.WebConstraints;
import org.cognito4j.jakarta.fake.FakeServlets;
import org.cognito4j.jakarta.fake.LoggedLines;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CognitoFilterTest {

    private static final Map<String, String> WHOM_TO_TRUST =
            Map.of("cognito.user-pool-id", "eu-west-1_AbCdEfGhI", "cognito.client-ids", "abc");
    private static final FilterChain CLOSED = (request, response) -> {
        throw new AssertionError("the request went through");
    };

    private final FakeServlets servlets = new FakeServlets();
    private final ServletContext context = servlets.context();

    /** Open Liberty asks the interfaces of this class, and not theirs, whether an annotated subclass is a filter. */
    @Test
    void implements_the_interface_of_filters_itself() {
        assertThat(CognitoFilter.class.getInterfaces()).contains(Filter.class);
    }

    @Test
    void refuses_without_a_token() throws Exception {
        CognitoFilter filter = started(WHOM_TO_TRUST);

        filter.doFilter(servlets.request(), servlets.response(), CLOSED);

        assertThat(servlets.status).isEqualTo(401);
        filter.destroy();
    }

    @Test
    void passes_nothing_before_it_is_started_and_verifies_nothing_after_its_end() throws Exception {
        assertThatThrownBy(() -> new CognitoFilter().doFilter(servlets.request(), servlets.response(), CLOSED))
                .isInstanceOf(ServletException.class);

        CognitoFilter filter = started(WHOM_TO_TRUST);
        filter.destroy();
        filter.destroy();
        servlets.authorization = List.of("Bearer a.b.c");
        filter.doFilter(servlets.request(), servlets.response(), CLOSED);
        assertThat(servlets.status).isIn(401, 503);
    }

    @Test
    void names_the_scopes_that_it_requires() throws Exception {
        Map<String, String> parameters = new HashMap<>(WHOM_TO_TRUST);
        parameters.putAll(Map.of("required-scopes", "read, other/list", "cognito.resource-server", "api"));
        parameters.put("except-methods", "OPTIONS");
        CognitoFilter filter = started(parameters);

        filter.doFilter(servlets.request(), servlets.response(), CLOSED);
        assertThat(servlets.responseHeaders)
                .containsEntry("WWW-Authenticate", "Bearer realm=\"cognito\", scope=\"api/read other/list\"");

        servlets.authorization = List.of("Bearer no.token.");
        filter.doFilter(servlets.request(), servlets.response(), CLOSED);
        assertThat(servlets.responseHeaders.get("WWW-Authenticate"))
                .contains("error=\"invalid_token\"")
                .endsWith(", scope=\"api/read other/list\"");

        servlets.method = "OPTIONS";
        filter.doFilter(servlets.request(), servlets.response(), CLOSED);
        assertThat(servlets.responseHeaders.get("WWW-Authenticate"))
                .contains("error=\"invalid_token\"")
                .doesNotContain("scope=\"");
        filter.destroy();
    }

    @Test
    void tells_every_fault_at_once() {
        InvalidSettings faults = faults(Map.of(
                "required-scope", "a",
                "match", "some",
                "methods", "GET, post",
                "except-methods", "*",
                "optional", "maybe",
                "cognito.user-pol-id", "x",
                "cognito.clock-skew", "soon"));

        assertThat(faults.faults())
                .extracting(SettingFault::setting)
                .contains(
                        "required-scope",
                        "match",
                        "methods",
                        "except-methods",
                        "optional",
                        "cognito.user-pol-id",
                        "cognito.user-pool-id",
                        "cognito.client-ids",
                        "cognito.clock-skew");
        assertThat(faults.getMessage()).contains("Did you mean required-scopes?", "cognito.user-pool-id", "orders");
    }

    @Test
    void has_its_settings_audited_where_the_application_has_none() {
        new WebConstraints(
                        List.of(new WebConstraint(
                                new UrlPattern("/a"),
                                Set.of(),
                                false,
                                new ConstraintRule(ConstraintRule.Kind.ROLES, Set.of("reader", "admin")))),
                        false,
                        Set.of())
                .publishIn(context);
        Map<String, String> strict = new HashMap<>(WHOM_TO_TRUST);
        strict.put("cognito.audit", "strict");
        strict.put("cognito.roles.\"reader\"", "a/read");

        assertThat(faults(strict).faults())
                .extracting(SettingFault::setting)
                .containsExactly("cognito.roles.\"admin\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "required-scopes; a \"b\"",
                "required-scopes; ' , '",
                "required-scopes; a\\b",
                "methods; ' '",
                "methods; GET\tP(ST",
                "methods; get",
                "methods; GTE",
                "methods; GET,PSOT",
                "methods; GET,POSTS",
                "methods; TRACE",
                "except-methods; 'GET,HEAD,POST,PUT,PATCH,DELETE,OPTIONS'",
                "except-methods; *",
                "match; any",
                "optional; yes",
                "user-pool-id; x",
                "Required-Scopes; a"
            })
    void tells_a_wrong_parameter(String name, String text) {
        Map<String, String> parameters = new java.util.HashMap<>(WHOM_TO_TRUST);
        parameters.put(name, text);

        assertThat(faults(parameters).faults())
                .extracting(SettingFault::setting)
                .containsOnly(name);
    }

    @Test
    void does_not_ask_for_scopes_and_make_tokens_optional() {
        servlets.contextParameters.putAll(WHOM_TO_TRUST);

        assertThat(faults(Map.of("required-scopes", "a", "optional", "true")).faults())
                .extracting(SettingFault::setting)
                .containsExactly("optional");
        assertThat(servlets.contextAttributes).doesNotContainKey(CognitoService.class.getName());
    }

    @Test
    void leaves_a_subclass_parameters_of_its_own() throws Exception {
        CognitoFilter filter = new CognitoFilter() {
            @Override
            protected Set<String> furtherParameters() {
                return Set.of("colour");
            }
        };
        servlets.contextParameters.putAll(WHOM_TO_TRUST);

        filter.init(servlets.filter(context, "orders", Map.of("colour", "red")));
        filter.destroy();
    }

    @Test
    void shares_the_service_of_its_application_and_ends_it_with_the_last_filter() throws Exception {
        servlets.contextParameters.putAll(WHOM_TO_TRUST);
        CognitoFilter first = started(Map.of());
        CognitoService service = CognitoService.in(context);
        CognitoFilter second = started(Map.of("required-scopes", "a", "cognito.client-ids", "abc"));

        assertThat(service).isNotNull();
        assertThat(CognitoService.in(context)).isSameAs(service);
        first.destroy();
        assertThat(CognitoService.in(context)).isSameAs(service);
        second.destroy();
        assertThat(CognitoService.in(context)).isNull();
    }

    @Test
    void leaves_a_service_running_that_others_have_started() throws Exception {
        servlets.contextParameters.putAll(WHOM_TO_TRUST);
        CognitoFilter starter = started(Map.of());
        CognitoService service = CognitoService.in(context);
        servlets.contextAttributes.remove(FilterServices.class.getName());

        started(Map.of()).destroy();

        assertThat(CognitoService.in(context)).isSameAs(service);
        starter.destroy();
    }

    @Test
    void has_a_service_of_its_own_where_it_changes_a_setting() throws Exception {
        servlets.contextParameters.putAll(WHOM_TO_TRUST);
        CognitoFilter common = started(Map.of());
        CognitoFilter other = started(Map.of("cognito.realm", "orders"));

        other.doFilter(servlets.request(), servlets.response(), CLOSED);
        assertThat(servlets.responseHeaders).containsEntry("WWW-Authenticate", "Bearer realm=\"orders\"");
        common.doFilter(servlets.request(), servlets.response(), CLOSED);
        assertThat(servlets.responseHeaders).containsEntry("WWW-Authenticate", "Bearer realm=\"cognito\"");
        common.destroy();
        other.destroy();
    }

    @Test
    void requires_claims_of_its_own() throws Exception {
        servlets.contextParameters.putAll(WHOM_TO_TRUST);
        CognitoFilter common = started(Map.of());
        CognitoFilter other = started(Map.of("cognito.required-claims.\"tenant\"", "acme"));

        assertThat(FilterServices.runningIn(context))
                .extracting(service -> service.pools().get(0).requiredClaimsSummary())
                .containsExactlyInAnyOrder(Optional.empty(), Optional.of("tenant is acme"));
        common.destroy();
        other.destroy();
    }

    @ParameterizedTest
    @CsvSource({"' '", "','", "'*,acme'"})
    void does_not_start_with_a_required_claim_without_values(String text) {
        servlets.contextParameters.putAll(WHOM_TO_TRUST);

        assertThatThrownBy(() -> started(Map.of("cognito.required-claims.\"tenant\"", text)))
                .hasMessageContaining("cognito.required-claims.\"tenant\"");
    }

    /** Otherwise it would let in whom the environment trusts, and nobody would know. */
    @Test
    void tells_of_a_setting_of_its_own_that_the_environment_outvotes() throws Exception {
        System.setProperty("cognito.realm", "environment");
        try (LoggedLines log = LoggedLines.of("org.cognito4j")) {
            CognitoFilter filter = started(Map.of(
                    "cognito.user-pool-id", "eu-west-1_AbCdEfGhI",
                    "cognito.client-ids", " abc ",
                    "cognito.realm", "orders"));
            filter.doFilter(servlets.request(), servlets.response(), CLOSED);

            assertThat(servlets.responseHeaders).containsEntry("WWW-Authenticate", "Bearer realm=\"environment\"");
            assertThat(log.lines(Level.WARNING))
                    .singleElement()
                    .asString()
                    .startsWith("cognito.realm as init-param of the filter orders has no effect");
            filter.destroy();
        } finally {
            System.clearProperty("cognito.realm");
        }
    }

    @Test
    void serves_the_metadata_of_its_own_settings() throws Exception {
        servlets.contextParameters.putAll(WHOM_TO_TRUST);
        CognitoFilter common = started(Map.of());
        CognitoFilter other = started(Map.of("cognito.resource-url", "https://api.example.com/orders"));
        servlets.servletPath = "/.well-known/oauth-protected-resource/orders";

        other.doFilter(servlets.request(), servlets.response(), CLOSED);
        assertThat(servlets.status).isEqualTo(200);
        assertThat(servlets.body.toString(StandardCharsets.UTF_8)).contains("https://api.example.com/orders");
        common.doFilter(servlets.request(), servlets.response(), CLOSED);
        assertThat(servlets.status).isEqualTo(401);

        other.destroy();
        common.destroy();
    }

    private CognitoFilter started(Map<String, String> parameters) throws Exception {
        CognitoFilter filter = new CognitoFilter();
        filter.init(servlets.filter(context, "orders", parameters));
        return filter;
    }

    private InvalidSettings faults(Map<String, String> parameters) {
        return catchThrowableOfType(InvalidSettings.class, () -> started(parameters));
    }
}
