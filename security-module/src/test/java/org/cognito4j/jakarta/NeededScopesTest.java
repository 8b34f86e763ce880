package org.cognito4j.jakarta;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.cognito4j.VerifierSettings;
import org.cognito4j.VerifierSettingsBuilder;
import org.cognito4j.jakarta.constraint.ConstraintRule;
import org.cognito4j.jakarta.constraint.UrlPattern;
import org.cognito4j.jakarta.constraint.WebConstraint;
import org.cognito4j.jakarta.constraint.WebConstraints;
import org.cognito4j.jakarta.fake.FakeServlets;
import org.junit.jupiter.api.Test;

class NeededScopesTest {

    private final NeededScopes scopes = new NeededScopes(() -> List.of(pool("eu-west-1_House1", "shop"), mapped()));

    private static VerifierSettings pool(String id, String server) {
        return new VerifierSettingsBuilder()
                .userPoolId(id)
                .clientIds(List.of("client"))
                .resourceServer(server)
                .build();
    }

    private static VerifierSettings mapped() {
        return new VerifierSettingsBuilder()
                .userPoolId("eu-west-1_Partner1")
                .clientIds(List.of("client"))
                .role("reader", List.of("partner/list", "unscoped"))
                .build();
    }

    @Test
    void are_those_of_all_pools_that_a_token_can_have() {
        assertThat(scopes.ofRoles(List.of("write", "reader")))
                .containsExactly("shop/reader", "partner/list", "shop/write");
        assertThat(scopes.ofRoles(List.of("*", "**"))).isEmpty();
    }

    @Test
    void are_whole() {
        assertThat(scopes.whole(List.of("read", "other/read"))).containsExactly("shop/read", "other/read");
    }

    @Test
    void are_those_of_the_constraint_for_the_method_and_the_path() {
        FakeServlets servlets = new FakeServlets();
        new WebConstraints(
                        List.of(new WebConstraint(
                                new UrlPattern("/orders/*"),
                                Set.of("POST"),
                                false,
                                new ConstraintRule(ConstraintRule.Kind.ROLES, Set.of("write")))),
                        false,
                        Set.of())
                .publishIn(servlets.context());
        servlets.servletPath = "/orders/7";

        servlets.method = "POST";
        assertThat(scopes.byConstraint(servlets.request())).containsExactly("shop/write");
        servlets.method = "GET";
        assertThat(scopes.byConstraint(servlets.request())).isEmpty();
    }
}
