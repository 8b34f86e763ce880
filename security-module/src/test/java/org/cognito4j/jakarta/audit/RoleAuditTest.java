package org.cognito4j.jakarta.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cognito4j.SettingFault;
import org.cognito4j.config.Configuration;
import org.cognito4j.config.ConfigurationSource;
import org.cognito4j.config.ServiceSettings;
import org.cognito4j.config.ServiceSettingsReader;
import org.cognito4j.jakarta.constraint.ConstraintRule;
import org.cognito4j.jakarta.constraint.UrlPattern;
import org.cognito4j.jakarta.constraint.WebConstraint;
import org.cognito4j.jakarta.constraint.WebConstraints;
import org.cognito4j.jakarta.fake.FakeServlets;
import org.junit.jupiter.api.Test;

class RoleAuditTest {

    private static final Map<String, String> TABLE =
            Map.of("cognito.roles.\"reader\"", "a/read", "cognito.roles.\"writer\"", "a/write");
    private static final Map<String, String> DERIVED = Map.of("cognito.resource-server", "https://a.example.com");

    @Test
    void finds_roles_that_nobody_can_get() {
        assertThat(unattainable(TABLE, "reader", "admin")).containsExactly("cognito.roles.\"admin\"");
    }

    @Test
    void finds_roles_that_lead_nowhere() {
        assertThat(leadingNowhere(TABLE, asking("reader", "admin"))).containsExactly("cognito.roles.\"writer\"");
    }

    @Test
    void leaves_roles_of_the_whole_server_to_other_applications() {
        assertThat(new RoleAudit(settings(TABLE).pools(), asking("reader")).leadingNowhere(Set.of("writer")))
                .isEmpty();
    }

    @Test
    void is_content_where_each_role_is_given_and_asked_for() {
        assertThat(unattainable(TABLE, "reader", "writer")).isEmpty();
        assertThat(leadingNowhere(TABLE, asking("reader", "writer"))).isEmpty();
    }

    @Test
    void takes_a_declaration_for_a_use_and_not_for_a_demand() {
        NamedRoles named = new NamedRoles();
        named.findIn(new WebConstraints(List.of(), false, Set.of("reader", "writer", "admin")));

        assertThat(new RoleAudit(settings(TABLE).pools(), named).unattainable()).isEmpty();
        assertThat(leadingNowhere(TABLE, named)).isEmpty();
    }

    @Test
    void takes_a_filters_scope_for_a_use_of_the_roles_it_gives() {
        FakeServlets servlets = new FakeServlets();
        servlets.filterParameters.put("required-scopes", "write,\n other");
        FilterScopes filters = new FilterScopes();
        filters.note(servlets.context());
        NamedRoles named = asking("reader");
        named.findIn(filters);

        assertThat(leadingNowhere(with(TABLE, "cognito.resource-server", "a"), named))
                .isEmpty();
    }

    @Test
    void does_not_doubt_derived_roles_that_could_be_scopes() {
        assertThat(unattainable(Map.of(), "a/read", "https://a.example.com/anything"))
                .isEmpty();
        assertThat(unattainable(DERIVED, "read", "orders.read")).isEmpty();
        assertThat(leadingNowhere(DERIVED, asking())).isEmpty();
    }

    @Test
    void finds_roles_without_a_resource_server() {
        assertThat(unattainable(Map.of(), "read", "a/read")).containsExactly("cognito.resource-server");
        assertThat(unattainable(Map.of("cognito.roles.\"reader\"", "read"), "reader"))
                .containsExactly("cognito.resource-server");
        assertThat(unattainable(Map.of("cognito.callers", "both"), "read", "openid"))
                .containsExactly("cognito.resource-server");
    }

    @Test
    void finds_a_filters_scope_without_a_resource_server() {
        FakeServlets servlets = new FakeServlets();
        servlets.filterParameters.put("required-scopes", "read");
        FilterScopes filters = new FilterScopes();
        filters.note(servlets.context());
        NamedRoles named = asking();
        named.findIn(filters);

        assertThat(new RoleAudit(settings(Map.of()).pools(), named).unattainable())
                .extracting(SettingFault::setting)
                .containsExactly("cognito.resource-server");
        assertThat(new RoleAudit(settings(DERIVED).pools(), named).unattainable())
                .isEmpty();
    }

    @Test
    void finds_derived_roles_that_no_scope_can_be_called() {
        assertThat(unattainable(DERIVED, "other/read", "two words", "https://a.example.com/read"))
                .containsExactly(
                        "cognito.resource-server", "cognito.roles.\"other/read\"", "cognito.roles.\"two words\"");
    }

    @Test
    void tells_how_a_role_is_called_without_its_resource_server() {
        NamedRoles named = asking("https://a.example.com/read");

        assertThat(new RoleAudit(settings(DERIVED).pools(), named).unattainable())
                .extracting(SettingFault::remedy)
                .containsExactly("Write \"read\" there");
    }

    @Test
    void does_not_doubt_what_could_be_a_group() {
        Map<String, String> groups = with(TABLE, "cognito.groups-as-roles", "true");

        assertThat(unattainable(with(groups, "cognito.callers", "both"), "staff"))
                .isEmpty();
    }

    @Test
    void finds_roles_that_no_app_client_may_have() {
        Map<String, String> limited = with(TABLE, "cognito.clients.\"abc\".roles", "reader");

        assertThat(unattainable(limited, "reader", "writer")).containsExactly("cognito.clients");
        assertThat(unattainable(with(limited, "cognito.client-ids", "abc,def"), "writer"))
                .isEmpty();
    }

    @Test
    void finds_a_role_nowhere_only_if_no_pool_gives_it() {
        Map<String, String> two = new HashMap<>(TABLE);
        two.put("cognito.pool.people.user-pool-id", "eu-west-1_Other0000");
        two.put("cognito.pool.people.client-ids", "def");
        two.put("cognito.pool.people.roles.\"admin\"", "a/admin");

        assertThat(unattainable(two, "reader", "admin", "nobody")).containsExactly("cognito.roles.\"nobody\"");
    }

    @Test
    void says_nothing_of_what_every_caller_has() {
        assertThat(unattainable(TABLE, "*", "**")).isEmpty();
    }

    private static List<String> unattainable(Map<String, String> texts, String... roles) {
        return new RoleAudit(settings(texts).pools(), asking(roles))
                .unattainable().stream().map(SettingFault::setting).toList();
    }

    private static List<String> leadingNowhere(Map<String, String> texts, NamedRoles named) {
        return new RoleAudit(settings(texts).pools(), named)
                .leadingNowhere(Set.of()).stream().map(SettingFault::setting).toList();
    }

    private static NamedRoles asking(String... roles) {
        NamedRoles named = new NamedRoles();
        Arrays.stream(roles)
                .map(role -> new WebConstraint(
                        new UrlPattern("/a"),
                        Set.of(),
                        false,
                        new ConstraintRule(ConstraintRule.Kind.ROLES, Set.of(role))))
                .forEach(constraint -> named.findIn(new WebConstraints(List.of(constraint), false, Set.of())));
        return named;
    }

    private static Map<String, String> with(Map<String, String> texts, String key, String value) {
        Map<String, String> all = new HashMap<>(texts);
        all.put(key, value);
        return all;
    }

    private static ServiceSettings settings(Map<String, String> texts) {
        Map<String, String> all = new HashMap<>(texts);
        all.putIfAbsent("cognito.user-pool-id", "eu-west-1_AbCdEfGhI");
        all.putIfAbsent("cognito.client-ids", "abc");
        return ServiceSettingsReader.read(Configuration.of(List.of(ConfigurationSource.of("test", all))));
    }
}
