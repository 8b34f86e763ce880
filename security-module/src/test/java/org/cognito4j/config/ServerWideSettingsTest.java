package org.cognito4j.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cognito4j.InvalidSettings;
import org.cognito4j.SettingFault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the whole server has is meant for several applications: it must not end those that it does not concern. */
class ServerWideSettingsTest {

    private static final Map<String, String> SERVICE =
            Map.of("cognito.user-pool-id", "eu-west-1_AbCdEfGhI", "cognito.client-ids", "abc");
    private static final Map<String, String> CALLER = Map.of(
            "cognito.client.region", "eu-west-1",
            "cognito.client.client-id", "x",
            "cognito.client.client-secret", "s");

    @ParameterizedTest
    @CsvSource({
        "cognito.clients.\"stranger\".denied, true",
        "cognito.clients.stranger.roles, admin",
        "cognito.pool.other.clients.\"stranger\".denied, true",
        "cognito.pool.other.jwks.timeout, PT1S",
        "cognito.pool.other.user-pool-id, eu-west-1_Other0000",
        "cognito.client.billing.client-secret, s",
        "cognito.client.timeout, PT1S",
        "cognito.groups-as-roles, true",
        "cognito.jwks-file-max-age, P2D",
        "cognito.resource-name, Orders",
        "cognito.domain, login.example.com",
    })
    void are_no_faults_of_an_application_that_they_do_not_concern(String key, String text) {
        Configuration configuration = configuration(Map.of(key, text), SERVICE);

        assertThat(faultsOf(configuration)).isEmpty();
        assertThat(ServiceSettingsReader.read(configuration).pools()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "cognito.clients.\"stranger\".denied, true",
        "cognito.pool.other.clients.\"stranger\".denied, true",
        "cognito.pool.other.user-pool-id, eu-west-1_Other0000",
        "cognito.client.billing.client-secret, s",
        "cognito.groups-as-roles, true",
        "cognito.domain, login.example.com",
    })
    void are_faults_in_the_application_itself(String key, String text) {
        Map<String, String> own = new HashMap<>(SERVICE);
        own.put(key, text);

        assertThat(faultsOf(configuration(Map.of(), own))).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "cognito.user-pool-id, eu-west-1_AbCdEfGhI",
        "cognito.client-ids, abc",
        "cognito.clock-skew, PT5S",
        "cognito.roles.\"admin\", a/admin",
        "cognito.paths, /api/*",
        "cognito.clients.\"abc\".denied, true",
        "cognito.pool.other.user-pool-id, eu-west-1_Other0000",
        "cognito.domain, login.example.com",
    })
    void make_no_service_of_an_application_that_only_calls(String key, String text) {
        Configuration configuration = configuration(Map.of(key, text), CALLER);

        assertThat(configuration.isForCallingOnly()).isTrue();
        assertThat(ClientsSettingsReader.read(configuration, Set.of()).clients())
                .containsOnlyKeys("");
    }

    @Test
    void make_a_service_of_an_application_if_they_trust_a_pool() {
        assertThat(configuration(SERVICE, CALLER).isForCallingOnly()).isFalse();
        assertThat(configuration(SERVICE, Map.of()).isEmpty()).isFalse();
    }

    @Test
    void concern_no_application_that_has_no_settings() {
        assertThat(configuration(Map.of("cognito.clock-skew", "PT5S"), Map.of()).isEmpty())
                .isTrue();
    }

    @Test
    void deny_the_clients_of_applications_that_list_them() {
        Configuration configuration = configuration(Map.of("cognito.clients.\"abc\".denied", "true"), SERVICE);

        assertThat(ServiceSettingsReader.read(configuration).pools().get(0).deniesClient("abc"))
                .isTrue();
    }

    @Test
    void are_faults_where_they_are_almost_ours() {
        for (String key : List.of("cognito.audiense", "cognito.clients.abc.deny", "cognito.roels.admin")) {
            assertThat(faultsOf(configuration(Map.of(key, "x"), SERVICE))).contains(key);
        }
    }

    @Test
    void are_warned_about_where_they_are_no_settings() {
        Configuration configuration = configuration(Map.of("cognito.domain", "x"), SERVICE);

        assertThat(SettingWarnings.in(configuration, ServiceSettingsReader.read(configuration)))
                .containsExactly("cognito.domain: is not a setting, and has no effect (from system properties)");
    }

    @Test
    void name_roles_of_others() {
        Map<String, String> own = new HashMap<>(SERVICE);
        own.put("cognito.roles.\"reader\"", "a/read");

        assertThat(configuration(Map.of("cognito.roles.\"admin\"", "a/admin"), own)
                        .rolesOfTheServer())
                .containsExactly("admin");
    }

    private static Configuration configuration(Map<String, String> server, Map<String, String> own) {
        return Configuration.of(List.of(
                ConfigurationSource.ofServer("system properties", server), ConfigurationSource.of("file", own)));
    }

    private static List<String> faultsOf(Configuration configuration) {
        try {
            ServiceSettingsReader.read(configuration);
            return List.of();
        } catch (InvalidSettings e) {
            return e.faults().stream().map(SettingFault::setting).toList();
        }
    }
}
