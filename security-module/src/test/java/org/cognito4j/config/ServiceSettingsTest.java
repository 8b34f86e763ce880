package org.cognito4j.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cognito4j.DeclaredPoolSettings;
import org.cognito4j.InvalidSettings;
import org.cognito4j.SettingFault;
import org.cognito4j.VerifierSettings;
import org.junit.jupiter.api.Test;

class ServiceSettingsTest {

    private static final String POOL = "eu-west-1_AbCdEfGhI";

    @Test
    void needs_a_pool_and_its_clients_only() {
        ServiceSettings settings = read(Map.of("cognito.user-pool-id", POOL, "cognito.client-ids", "abc, def"));

        assertThat(settings.realm()).isEqualTo("cognito");
        VerifierSettings pool = settings.pools().get(0);
        assertThat(pool.userPool().id()).isEqualTo(POOL);
        assertThat(pool.acceptsClient("abc")).isTrue();
        assertThat(pool.acceptsClient("def")).isTrue();
        assertThat(pool.acceptsClient("abc, def")).isFalse();
        assertThat(pool.clockSkew()).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void names_all_faults_at_once_each_with_place_and_remedy() {
        Configuration configuration = Configuration.of(List.of(ConfigurationSource.of(
                "web.xml",
                Map.of(
                        "cognito.user-pool-id", "eu-west",
                        "cognito.clock-scew", "PT1M",
                        "cognito.jwks.timeout", "5 seconds",
                        "cognito.max-token-size", "7",
                        "cognito.realm", "a\"b",
                        "cognito.fips", "perhaps"))));

        InvalidSettings invalid =
                catchThrowableOfType(InvalidSettings.class, () -> ServiceSettingsReader.read(configuration));

        assertThat(invalid.faults())
                .extracting(SettingFault::setting)
                .containsExactlyInAnyOrder(
                        "cognito.user-pool-id",
                        "cognito.client-ids",
                        "cognito.clock-scew",
                        "cognito.jwks.timeout",
                        "cognito.max-token-size",
                        "cognito.realm",
                        "cognito.fips");
        assertThat(invalid)
                .hasMessageContaining("7 settings are wrong")
                .hasMessageContaining("Did you mean cognito.clock-skew?")
                .hasMessageContaining("\"5 seconds\" cannot be read (from web.xml)")
                .hasMessageContaining("\"eu-west\" is not a user pool id (from web.xml)");
    }

    @Test
    void lets_the_first_place_decide() {
        Configuration configuration = Configuration.of(
                        List.of(ConfigurationSource.of("first", Map.of("cognito.realm", "one"))))
                .withDefaults(ConfigurationSource.of(
                        "second",
                        Map.of("cognito.realm", "two", "cognito.user-pool-id", POOL, "cognito.client-ids", "abc")));

        assertThat(ServiceSettingsReader.read(configuration).realm()).isEqualTo("one");
    }

    @Test
    void gives_each_named_pool_its_own_clients_and_mapping_and_shares_the_rest() {
        ServiceSettings settings = read(Map.of(
                "cognito.clock-skew", "PT10S",
                "cognito.pool.partners.user-pool-id", POOL,
                "cognito.pool.partners.client-ids", "partner",
                "cognito.pool.partners.resource-server", "https://api.example.com",
                "cognito.pool.staff.user-pool-id", "us-east-1_ZyXwVuTsR",
                "cognito.pool.staff.client-ids", "*",
                "cognito.pool.staff.clock-skew", "PT0S"));

        assertThat(settings.pools()).hasSize(2);
        VerifierSettings partners = settings.pools().get(0);
        VerifierSettings staff = settings.pools().get(1);
        assertThat(partners.acceptsClient("partner")).isTrue();
        assertThat(partners.acceptsClient("other")).isFalse();
        assertThat(partners.clockSkew()).isEqualTo(Duration.ofSeconds(10));
        assertThat(partners.scopeRoles().scopesFor("read")).containsExactly("https://api.example.com/read");
        assertThat(staff.acceptsClient("other")).isTrue();
        assertThat(staff.clockSkew()).isZero();
        assertThat(staff.scopeRoles().scopesFor("read")).containsExactly("read");
    }

    @Test
    void reads_roles_with_and_without_quotes() {
        ServiceSettings settings = read(Map.of(
                "cognito.user-pool-id", POOL,
                "cognito.client-ids", "abc",
                "cognito.resource-server", "orders",
                "cognito.roles.reader", "read,other/read",
                "cognito.roles.\"order.clerk\"", "write"));

        VerifierSettings pool = settings.pools().get(0);
        assertThat(pool.scopeRoles().scopesFor("reader")).containsExactly("orders/read", "other/read");
        assertThat(pool.scopeRoles().scopesFor("order.clerk")).containsExactly("orders/write");
        assertThat(pool.scopeRoles().scopesFor("read")).isEmpty();
    }

    @Test
    void reads_environment_variables_by_the_names_that_microprofile_config_gives_them() {
        Configuration configuration = Configuration.of(List.of(JdkSources.environment(Map.of(
                "COGNITO_USER_POOL_ID", POOL, "cognito_client_ids", "abc", "COGNITO_JWKS_REFRESH_INTERVAL", "PT10M"))));

        VerifierSettings pool =
                ServiceSettingsReader.read(configuration).pools().get(0);

        assertThat(pool.userPool().id()).isEqualTo(POOL);
        assertThat(pool.acceptsClient("abc")).isTrue();
    }

    @Test
    void takes_plain_http_from_this_machine_only_and_only_behind_its_switch() {
        Map<String, String> local = Map.of(
                "cognito.user-pool-id",
                POOL,
                "cognito.client-ids",
                "abc",
                "cognito.issuers",
                "http://127.0.0.1:9229/" + POOL);
        assertThat(faultsOf(local)).containsExactly("cognito.issuers");
        assertThat(faultsOf(with(local, "cognito.allow-loopback-http", "true"))).isEmpty();

        Map<String, String> remote = Map.of(
                "cognito.user-pool-id", POOL,
                "cognito.client-ids", "abc",
                "cognito.allow-loopback-http", "true",
                "cognito.jwks-uri", "http://127.0.0.1.example.com/jwks.json");
        assertThat(faultsOf(remote)).containsExactly("cognito.jwks-uri");
    }

    @Test
    void names_the_whole_key_in_what_it_advises() {
        Map<String, String> texts = Map.of(
                "cognito.pool.local.user-pool-id", POOL,
                "cognito.pool.local.client-ids", "abc",
                "cognito.pool.local.issuers", "http://127.0.0.1:9229/" + POOL,
                "cognito.client.token-endpoint", "http://127.0.0.1:9229/oauth2/token",
                "cognito.client.client-id", "abc",
                "cognito.client.client-secret", "s");

        assertThatThrownBy(() -> read(texts))
                .hasMessageContaining("set cognito.pool.local.allow-loopback-http to true")
                .hasMessageContaining("set cognito.client.allow-loopback-http to true");
    }

    @Test
    void takes_no_role_that_means_any_caller_to_a_container() {
        for (String role : List.of("\"\"", "\"*\"", "\"**\"")) {
            assertThat(faultsOf(Map.of(
                            "cognito.user-pool-id",
                            POOL,
                            "cognito.client-ids",
                            "abc",
                            "cognito.roles." + role,
                            "read")))
                    .containsExactly("cognito.roles." + role);
        }
    }

    @Test
    void does_not_take_a_role_without_scopes_for_no_setting() {
        for (String scopes : List.of("", " ", " , ")) {
            assertThat(faultsOf(Map.of(
                            "cognito.user-pool-id",
                            POOL,
                            "cognito.client-ids",
                            "abc",
                            "cognito.roles.\"admin\"",
                            scopes)))
                    .containsExactly("cognito.roles.\"admin\"");
        }
    }

    @Test
    void understands_every_setting() {
        Map<String, String> texts = new HashMap<>();
        DeclaredPoolSettings.ALL
                .keys()
                .forEach(key -> texts.put(
                        key, DeclaredPoolSettings.ALL.find(key).orElseThrow().example()));

        Map<String, String> least = Map.of("cognito.user-pool-id", POOL, "cognito.client-ids", "abc");
        Map<String, Map<String, String>> needed = Map.of(
                "groups-as-roles", with(least, "cognito.callers", "both"),
                "jwks-file-max-age", with(least, "cognito.jwks-file", "classpath:keys.json"));
        texts.forEach((key, text) -> {
            String setting = "cognito." + key;
            assertThat(faultsOf(with(needed.getOrDefault(key, least), setting, text)))
                    .as(key)
                    .isEmpty();
            if (!List.of("audience", "jwks-file").contains(key)) {
                assertThat(faultsOf(with(least, setting, "not \"readable")))
                        .as(key)
                        .containsExactly(setting);
            }
        });
    }

    private static Map<String, String> with(Map<String, String> settings, String key, String text) {
        Map<String, String> more = new HashMap<>(settings);
        more.put(key, text);
        return more;
    }

    private static ServiceSettings read(Map<String, String> settings) {
        return ServiceSettingsReader.read(Configuration.of(List.of(ConfigurationSource.of("test", settings))));
    }

    private static List<String> faultsOf(Map<String, String> settings) {
        try {
            read(settings);
            return List.of();
        } catch (InvalidSettings e) {
            return e.faults().stream().map(SettingFault::setting).toList();
        }
    }
}
