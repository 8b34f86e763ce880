package org.cognito4j.jakarta.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.cognito4j.UserPool;
import org.cognito4j.VerifierSettings;
import org.cognito4j.config.Configuration;
import org.cognito4j.config.ConfigurationSource;
import org.cognito4j.config.ServiceSettings;
import org.cognito4j.config.ServiceSettingsReader;
import org.cognito4j.jakarta.security.CognitoAuthenticationMechanismDefinition.AppClient;
import org.cognito4j.jakarta.security.CognitoAuthenticationMechanismDefinition.Pool;
import org.cognito4j.jakarta.security.CognitoAuthenticationMechanismDefinition.ScopeRole;
import org.junit.jupiter.api.Test;

class DefinitionSourceTest {

    @CognitoAuthenticationMechanismDefinition(
            userPoolId = "eu-west-1_AbCdEfGhI",
            clientIds = {"one", "#{two}"},
            paths = {"/api/*", "/#{path}"},
            identityStorePriority = "#{priority}",
            corsAllowedOrigins = "https://#{host}",
            pools =
                    @Pool(
                            name = "#{partner}",
                            userPoolId = "us-east-1_#{pool}",
                            clientIds = "three",
                            roles = @ScopeRole(role = "#{role}", scopes = "a/#{scope}"),
                            clients = @AppClient(id = "three", denied = "#{flag}"),
                            jwksRefreshInterval = "PT2M"))
    private static final class Shop {}

    @Test
    void gives_several_pools_with_expressions_everywhere() {
        ServiceSettings settings = ServiceSettingsReader.read(Configuration.of(List.of(source(Shop.class))));

        assertThat(settings.paths()).containsExactly("/api/*", "/path");
        assertThat(settings.identityStorePriority()).isEqualTo(7);
        assertThat(settings.corsOrigins()).containsExactly("https://host");
        assertThat(settings.pools())
                .extracting(VerifierSettings::userPool)
                .extracting(UserPool::id)
                .containsExactly("eu-west-1_AbCdEfGhI", "us-east-1_pool");
        assertThat(settings.pools().get(0).acceptsClient("two")).isTrue();
        assertThat(settings.pools().get(0).acceptsClient("three")).isFalse();
        assertThat(settings.pools().get(1).acceptsClient("three")).isTrue();
    }

    @Test
    void puts_what_belongs_to_a_pool_under_its_name() {
        assertThat(source(Shop.class).keys())
                .containsExactlyInAnyOrder(
                        "cognito.user-pool-id",
                        "cognito.client-ids",
                        "cognito.paths",
                        "cognito.identity-store-priority",
                        "cognito.cors.allowed-origins",
                        "cognito.pool.partner.user-pool-id",
                        "cognito.pool.partner.client-ids",
                        "cognito.pool.partner.roles.\"role\"",
                        "cognito.pool.partner.clients.\"three\".denied",
                        "cognito.pool.partner.jwks.refresh-interval");
    }

    @Test
    void lets_a_pool_set_all_but_what_is_of_the_whole_application() {
        Set<String> whole = members(CognitoAuthenticationMechanismDefinition.class);
        whole.removeAll(Set.of(
                "audit",
                "paths",
                "requireToken",
                "unannotated",
                "misplacedAnnotations",
                "corsAllowedOrigins",
                "identityStorePriority",
                "storeGroupsAsRoles",
                "realm",
                "pools"));
        Set<String> pool = members(Pool.class);
        pool.remove("name");

        assertThat(pool).isEqualTo(whole);
    }

    private static Set<String> members(Class<?> annotation) {
        return Arrays.stream(annotation.getDeclaredMethods())
                .map(Method::getName)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Resolves {@code #{x}} to x, but for the priority and the flag. */
    private static ConfigurationSource source(Class<?> place) {
        return DefinitionSource.of(
                place.getAnnotation(CognitoAuthenticationMechanismDefinition.class),
                place.getName(),
                text -> text.replace("#{priority}", "7")
                        .replace("#{flag}", "true")
                        .replaceAll("#\\{(\\w+)}", "$1"));
    }
}
