package org.cognito4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.cognito4j.Verification.Accepted;
import org.junit.jupiter.api.Test;

class ScopeRolesTest {

    private static final TestPool POOL = TestPool.create();

    @Test
    void takes_whole_scopes_for_roles() {
        assertThat(rolesOf(settings -> {}, "orders/read urn:x:y/z plain"))
                .containsExactly("orders/read", "urn:x:y/z", "plain");
    }

    @Test
    void strips_the_resource_server_and_drops_other_servers_scopes() {
        assertThat(rolesOf(settings -> settings.resourceServer("orders"), "orders/read other/write orders/admin"))
                .containsExactly("read", "admin");
    }

    @Test
    void splits_at_the_last_slash_since_an_identifier_may_hold_some() {
        assertThat(
                        rolesOf(
                                settings -> settings.resourceServer("https://api.example.com/v1"),
                                "https://api.example.com/v1/read https://api.example.com/read https://api.example.com/v1/x/read"))
                .containsExactly("read");
    }

    @Test
    void compares_the_resource_server_exactly() {
        assertThat(rolesOf(
                        settings -> settings.resourceServer("api"),
                        "API/read apis/read ap/read api/ read /read //read api//read xapi/read api"))
                .isEmpty();
    }

    @Test
    void grants_read_to_none_but_read() {
        Set<String> roles = rolesOf(settings -> settings.resourceServer("api"), "api/readwrite api/READ api/read.all");

        assertThat(roles).doesNotContain("read").containsExactly("readwrite", "READ", "read.all");
    }

    @Test
    void takes_from_a_limited_client_what_it_may_not_have() {
        Consumer<VerifierSettingsBuilder> limited =
                settings -> settings.resourceServer("api").clientRoles(TestPool.CLIENT, List.of("read", "admin"));

        assertThat(rolesOf(limited, "api/read api/write")).containsExactly("read");
        assertThat(rolesOf(limited, "api/write")).isEmpty();
    }

    @Test
    void leaves_other_clients_alone_when_one_is_limited() {
        assertThat(rolesOf(
                        settings -> settings.clientIds(List.of(TestPool.CLIENT, "other"))
                                .clientRoles("other", List.of("api/read")),
                        "api/read api/write"))
                .containsExactly("api/read", "api/write");
    }

    @Test
    void proposes_no_scope_for_a_role_that_the_client_may_not_have() {
        VerifierSettings settings = POOL.settings()
                .resourceServer("api")
                .clientRoles(TestPool.CLIENT, List.of("read"))
                .build();
        AccessToken token = ((Accepted) POOL.verifier(settings)
                        .verify(POOL.token().claimText("scope", "api/read").mint()))
                .token();

        assertThat(settings.scopeRoles().scopesFor("read", token)).containsExactly("api/read");
        assertThat(settings.scopeRoles().scopesFor("write", token)).isEmpty();
        assertThat(settings.scopeRoles().scopesFor("write")).containsExactly("api/write");
    }

    @Test
    void gives_no_role_that_means_anybody() {
        assertThat(rolesOf(settings -> {}, "* ** a")).containsExactly("a");
        assertThat(rolesOf(settings -> settings.resourceServer("api"), "api/* api/** api/ api/a"))
                .containsExactly("a");
    }

    @Test
    void gives_the_roles_of_the_table_and_no_others() {
        Consumer<VerifierSettingsBuilder> table = settings ->
                settings.role("reader", List.of("orders/read", "orders/all")).role("writer", List.of("orders/all"));

        assertThat(rolesOf(table, "orders/read other")).containsExactly("reader");
        assertThat(rolesOf(table, "orders/all")).containsExactly("reader", "writer");
        assertThat(rolesOf(table, "orders/rea orders/reads Orders/read reader")).isEmpty();
        assertThat(rolesOf(table, "")).isEmpty();
    }

    @Test
    void completes_the_scopes_of_the_table_with_the_resource_server() {
        Consumer<VerifierSettingsBuilder> table = settings -> settings.resourceServer("orders")
                .role("reader", List.of("read"))
                .role("guest", List.of("other/read"));

        assertThat(rolesOf(table, "orders/read")).containsExactly("reader");
        assertThat(rolesOf(table, "other/read")).containsExactly("guest");
        assertThat(rolesOf(table, "read")).isEmpty();
    }

    @Test
    void sees_no_roles_in_claims_other_than_scope() {
        String token = POOL.token()
                .without("scope")
                .claim("groups", "[\"admin\"]")
                .claim("roles", "[\"admin\"]")
                .claimText("scp", "admin")
                .claim("permissions", "[\"admin\"]")
                .claim("cognito:groups", "[\"admin\"]")
                .claim("cognito:roles", "[\"admin\"]")
                .mint();

        assertThat(rolesOf(POOL.settings().callers(Callers.BOTH).groupsAsRoles(true), token))
                .isEmpty();
    }

    @Test
    void takes_a_persons_groups_for_roles_only_if_asked() {
        String token = POOL.token()
                .forUser("alice")
                .claim("cognito:groups", "[\"admins\",\"readers\"]")
                .mint();
        VerifierSettingsBuilder users = POOL.settings().callers(Callers.USERS);

        assertThat(rolesOf(users, token)).containsExactly("aws.cognito.signin.user.admin");
        assertThat(rolesOf(users.groupsAsRoles(true), token))
                .containsExactly("aws.cognito.signin.user.admin", "admins", "readers");
    }

    @Test
    void takes_groups_for_roles_beside_a_table() {
        String token = POOL.token()
                .forUser("alice")
                .claim("cognito:groups", "[\"admins\"]")
                .mint();

        assertThat(rolesOf(
                        POOL.settings()
                                .callers(Callers.BOTH)
                                .groupsAsRoles(true)
                                .role("signed-in", List.of("aws.cognito.signin.user.admin")),
                        token))
                .containsExactly("signed-in", "admins");
    }

    @Test
    void takes_no_group_for_a_role_that_means_anybody() {
        String token = POOL.token()
                .forUser("alice")
                .without("scope")
                .claim("cognito:groups", "[\"\",\"*\",\"**\",\"***\"]")
                .mint();

        assertThat(rolesOf(POOL.settings().callers(Callers.USERS).groupsAsRoles(true), token))
                .containsExactly("***");
    }

    @Test
    void takes_no_groups_from_a_claim_of_another_form() {
        for (String groups : List.of("null", "7", "{\"admins\":true}", "[\"admins\",7]", "[[\"admins\"]]")) {
            String token = POOL.token()
                    .forUser("alice")
                    .without("scope")
                    .claim("cognito:groups", groups)
                    .mint();

            assertThat(rolesOf(POOL.settings().callers(Callers.USERS).groupsAsRoles(true), token))
                    .as(groups)
                    .isEmpty();
        }
    }

    @Test
    void gives_roles_that_cannot_be_changed() {
        Set<String> roles = rolesOf(settings -> {}, "a");

        assertThatThrownBy(() -> roles.add("b")).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void works_out_once_what_each_request_asks_for() {
        AccessToken token = token("orders/read orders/write");
        ScopeRoles mapping = POOL.settings().resourceServer("orders").build().scopeRoles();

        assertThat(mapping.rolesOf(token)).isSameAs(mapping.rolesOf(token));
    }

    @Test
    void never_gives_the_roles_of_another_mapping() {
        AccessToken token = token("orders/read");
        ScopeRoles stripping = POOL.settings().resourceServer("orders").build().scopeRoles();
        ScopeRoles whole = POOL.settings().build().scopeRoles();

        assertThat(stripping.rolesOf(token)).containsExactly("read");
        assertThat(whole.rolesOf(token)).containsExactly("orders/read");
        assertThat(stripping.rolesOf(token)).containsExactly("read");
    }

    @Test
    void finds_the_scopes_of_a_role() {
        assertThat(scopesFor("orders/read", settings -> {})).containsExactly("orders/read");
        assertThat(scopesFor("read", settings -> settings.resourceServer("orders")))
                .containsExactly("orders/read");
        assertThat(scopesFor("reader", settings -> settings.role("reader", List.of("b", "a"))))
                .containsExactly("b", "a");
        assertThat(scopesFor(
                        "reader", settings -> settings.resourceServer("orders").role("reader", List.of("read"))))
                .containsExactly("orders/read");
    }

    @Test
    void finds_no_scopes_for_what_no_scope_gives() {
        for (String role : Arrays.asList("", "*", "**", "a b", "a\"b", "a\\b", "\u00E5")) {
            assertThat(scopesFor(role, settings -> {})).as(role).isEmpty();
            assertThat(scopesFor(role, settings -> settings.resourceServer("orders")))
                    .as(role)
                    .isEmpty();
        }
        for (String role : List.of("a/b", "/a", "a/")) {
            assertThat(scopesFor(role, settings -> settings.resourceServer("orders")))
                    .as(role)
                    .isEmpty();
        }
        assertThat(scopesFor("writer", settings -> settings.role("reader", List.of("a"))))
                .isEmpty();
    }

    @Test
    void finds_for_each_role_it_derives_the_scope_it_came_from() {
        for (Consumer<VerifierSettingsBuilder> mapping : List.<Consumer<VerifierSettingsBuilder>>of(
                settings -> {},
                settings -> settings.resourceServer("api"),
                settings -> settings.resourceServer("api/v1"))) {
            for (String scope : List.of("api/read", "api/v1/read", "a", "api/" + ScopeVectors.everyScopeCharacter())) {
                for (String role : rolesOf(mapping, scope)) {
                    assertThat(scopesFor(role, mapping)).containsExactly(scope);
                }
            }
        }
    }

    @Test
    void lets_a_scope_count_only_for_who_holds_it_and_may_have_a_role_that_it_gives() {
        Consumer<VerifierSettingsBuilder> table = settings ->
                settings.role("reader", List.of("api/read", "api/all")).role("writer", List.of("api/all"));
        ScopeRoles open = roles(table);
        ScopeRoles limited = roles(table.andThen(settings -> settings.clientRoles(TestPool.CLIENT, List.of("reader"))));
        ScopeRoles cut = roles(table.andThen(settings -> settings.clientRoles(TestPool.CLIENT, List.of("writer"))));
        AccessToken reading = token("api/read api/other");

        assertThat(open.grants("api/read", reading)).isTrue();
        assertThat(open.grants("api/other", reading)).isTrue();
        assertThat(open.grants("api/all", reading)).isFalse();
        assertThat(limited.grants("api/read", reading)).isTrue();
        assertThat(limited.grants("api/other", reading)).isFalse();
        assertThat(limited.mayUse("api/all", reading)).isTrue();
        assertThat(limited.grants("api/all", reading)).isFalse();
        assertThat(cut.grants("api/read", reading)).isFalse();
    }

    @Test
    void tells_what_it_was_made_of() {
        ScopeRoles table = roles(settings -> settings.resourceServer("api")
                .role("reader", List.of("read", "other/x"))
                .role("writer", List.of("read", "write")));

        assertThat(table.mappedRoles()).containsExactly("reader", "writer");
        assertThat(table.mappedScopes()).containsExactly("api/read", "other/x", "api/write");
        assertThat(table.resourceServer()).contains("api");
        assertThat(table.wholeScope("read")).isEqualTo("api/read");
        assertThat(table.wholeScope("other/read")).isEqualTo("other/read");
        assertThat(roles(settings -> {}).wholeScope("read")).isEqualTo("read");
        assertThat(roles(settings -> {}).resourceServer()).isEmpty();
        assertThatThrownBy(() -> table.mappedScopes().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void knows_a_scope_when_it_sees_one() {
        assertThat(ScopeRoles.isScope("api/read")).isTrue();
        assertThat(ScopeRoles.isScope("api read")).isFalse();
    }

    private static ScopeRoles roles(Consumer<VerifierSettingsBuilder> mapping) {
        VerifierSettingsBuilder settings = POOL.settings();
        mapping.accept(settings);
        return settings.build().scopeRoles();
    }

    private static AccessToken token(String scopes) {
        String token = POOL.token().claimText("scope", scopes).mint();
        return ((Accepted) POOL.verifier().verify(token)).token();
    }

    private static Set<String> rolesOf(Consumer<VerifierSettingsBuilder> mapping, String scopes) {
        VerifierSettingsBuilder settings = POOL.settings();
        mapping.accept(settings);
        return rolesOf(settings, POOL.token().claimText("scope", scopes).mint());
    }

    private static Set<String> rolesOf(VerifierSettingsBuilder builder, String token) {
        VerifierSettings settings = builder.build();
        Accepted accepted = (Accepted) POOL.verifier(settings).verify(token);
        return settings.scopeRoles().rolesOf(accepted.token());
    }

    private static Set<String> scopesFor(String role, Consumer<VerifierSettingsBuilder> mapping) {
        VerifierSettingsBuilder settings = POOL.settings();
        mapping.accept(settings);
        return settings.build().scopeRoles().scopesFor(role);
    }

    /** Cognito permits a slash at the end of an identifier; the scope then has two of them. */
    @Test
    void a_resource_server_may_end_in_a_slash() {
        ScopeRoles roles = TestPool.create()
                .settings()
                .resourceServer("https://api.example.com/")
                .build()
                .scopeRoles();

        assertThat(roles.scopesFor("read")).containsExactly("https://api.example.com//read");
        assertThat(roles.wholeScope("read")).isEqualTo("https://api.example.com//read");
    }
}
