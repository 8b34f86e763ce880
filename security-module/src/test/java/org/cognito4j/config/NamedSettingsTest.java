package org.cognito4j.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cognito4j.InvalidSettings;
import org.cognito4j.SettingFault;
import org.cognito4j.VerifierSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Settings whose keys hold the name of a role, an app client or a pool: in variables, in two spellings, in several places. */
class NamedSettingsTest {

    private static final Map<String, String> LEAST =
            Map.of("cognito.user-pool-id", "eu-west-1_AbCdEfGhI", "cognito.client-ids", "*");

    @ParameterizedTest
    @ValueSource(strings = {"COGNITO_CLIENTS__ABC__DENIED", "COGNITO_CLIENTS_ABC_DENIED"})
    void a_variable_alone_denies_a_client(String variable) {
        VerifierSettings pool = pool(JdkSources.environment(Map.of(variable, "true")), file(LEAST));
        assertThat(pool.deniesClient("abc")).isTrue();
        assertThat(pool.deniesClient("abd")).isFalse();
    }

    @Test
    void a_variable_alone_says_since_when_tokens_of_a_client_are_accepted() {
        VerifierSettings pool = pool(
                JdkSources.environment(Map.of("COGNITO_CLIENTS__ABC__ISSUED_BEFORE", "2026-12-01T09:30:00Z")),
                file(LEAST));
        assertThat(pool.issuedBefore("abc")).isEqualTo("2026-12-01T09:30:00Z");
    }

    @Test
    void a_variable_alone_gives_a_role() {
        VerifierSettings pool = pool(JdkSources.environment(Map.of("COGNITO_ROLES__ADMIN_", "api/write")), file(LEAST));
        assertThat(pool.scopeRoles().mappedRoles()).containsExactly("admin");
        assertThat(pool.scopeRoles().scopesFor("admin")).containsExactly("api/write");
    }

    @Test
    void variables_alone_configure_a_named_pool() {
        Map<String, String> variables = Map.of(
                "COGNITO_POOL_PARTNER_USER_POOL_ID", "eu-west-1_Partner1",
                "COGNITO_POOL_PARTNER_CLIENT_IDS", "*",
                "COGNITO_POOL_PARTNER_CLIENTS__ABC__DENIED", "true",
                "COGNITO_POOL_PARTNER_ROLES__READER_", "api/read");
        VerifierSettings pool = pool(JdkSources.environment(variables));
        assertThat(pool.userPool().id()).isEqualTo("eu-west-1_Partner1");
        assertThat(pool.deniesClient("abc")).isTrue();
        assertThat(pool.scopeRoles().mappedRoles()).containsExactly("reader");
    }

    @Test
    void variables_of_a_caller_count_if_they_are_whole() {
        Set<String> whole = Set.of(
                "COGNITO_CLIENT_BILLING_CLIENT_ID",
                "COGNITO_CLIENT_BILLING_CLIENT_SECRET",
                "COGNITO_CLIENT_BILLING_TOKEN_ENDPOINT");
        assertThat(EnvironmentKeys.in(whole, Set.of()).keys())
                .containsExactly(
                        "cognito.client.billing.client-id",
                        "cognito.client.billing.client-secret",
                        "cognito.client.billing.token-endpoint");
        assertThat(EnvironmentKeys.in(Set.of("COGNITO_CLIENT_WEB_CLIENT_ID"), Set.of())
                        .keys())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "COGNITO_ROLES__ORDERS_READ_",
                "COGNITO_ROLES_ADMIN",
                "COGNITO_CLIENTS__A_B__DENIED",
                "COGNITO_CLIENTS__ABC__DENEID",
                "COGNITO_POOL_A_CLIENTS__ABC__OFF",
                "COGNITO_AUDIENC",
                "COGNITO_JWKS_URL",
                "COGNITO_REQUIRE_TOKENS",
                "COGNITO_POOL_MY_PARTNER_USER_POOL_ID",
                "COGNITO_POOL_MY_PARTNER_ROLES__X_Y_"
            })
    void a_variable_that_names_no_key_for_certain_is_reported(String variable) {
        Configuration configuration =
                Configuration.of(List.of(JdkSources.environment(Map.of(variable, "api/read")), file(LEAST)));
        ServiceSettings settings = ServiceSettingsReader.read(configuration);
        assertThat(SettingWarnings.in(configuration, settings)).anyMatch(line -> line.contains(variable));
    }

    @ParameterizedTest
    @CsvSource({
        "COGNITO_ROLES__ORDERS_READ_, cognito.roles.\"orders.read\"",
        "COGNITO_POOL_MY_PARTNER_CLIENT_IDS, cognito.pool.my-partner.client-ids"
    })
    void a_variable_is_clear_where_another_place_has_its_key(String variable, String key) {
        assertThat(EnvironmentKeys.in(Set.of(variable), Set.of(key)).unclear()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "COGNITO_REGION",
                "COGNITO_CLIENT_ID",
                "COGNITO_DOMAIN",
                "COGNITO_POOL_ID",
                "COGNITO_POOL_ARN",
                "COGNITO_APP_CLIENTS",
                "COGNITO_CLIENT_WEB_CLIENT_ID",
                "COGNITO",
                "COGNITO_"
            })
    void variables_of_other_programs_neither_fail_nor_are_reported(String variable) {
        Configuration configuration =
                Configuration.of(List.of(JdkSources.environment(Map.of(variable, "x")), file(LEAST)));
        assertThat(SettingWarnings.in(configuration, ServiceSettingsReader.read(configuration)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"\"admin\", admin", "admin, \"admin\""})
    void of_two_spellings_of_a_role_the_one_in_the_first_place_decides(String first, String second) {
        VerifierSettings pool = pool(
                file(Map.of("cognito.roles." + first, "api/first")),
                file(with(LEAST, "cognito.roles." + second, "api/second")));
        assertThat(pool.scopeRoles().scopesFor("admin")).containsExactly("api/first");
    }

    @ParameterizedTest
    @CsvSource({"\"abc\", abc, true", "abc, \"abc\", false"})
    void of_two_spellings_of_a_client_the_one_in_the_first_place_decides(String first, String second, boolean denied) {
        VerifierSettings pool = pool(
                file(Map.of("cognito.clients." + first + ".denied", String.valueOf(denied))),
                file(with(LEAST, "cognito.clients." + second + ".denied", String.valueOf(!denied))));
        assertThat(pool.deniesClient("abc")).isEqualTo(denied);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cognito.roles.%s", "cognito.clients.%s.roles"})
    void two_spellings_with_different_values_in_one_place_are_a_fault(String key) {
        Map<String, String> texts = new HashMap<>(LEAST);
        texts.put(key.formatted("abc"), "api/one");
        texts.put(key.formatted("\"abc\""), "api/two");
        assertThat(faultsOf(file(texts))).containsExactly(key.formatted("\"abc\""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cognito.audience",
                "cognito.user-pool-id",
                "cognito.clients.\"abc\".denied",
                "cognito.clients.\"abc\".roles",
                "cognito.clients.abc.name",
                "cognito.roles.\"admin\"",
                "cognito.realm",
                "cognito.paths",
                "cognito.require-token",
                "cognito.jwks.timeout"
            })
    void an_expression_that_is_not_resolved_is_a_fault(String key) {
        for (String text : List.of("${API_AUDIENCE}", "a${B}c", " ${DENY} ")) {
            assertThat(faultsOf(file(with(LEAST, key, text)))).as(text).containsExactly(key);
        }
    }

    @Test
    void an_unresolved_expression_does_not_make_an_application_without_settings() {
        Configuration configuration =
                Configuration.of(List.of(file(Map.of("cognito.user-pool-id", "${POOL}", "cognito.client-ids", "*"))));
        assertThat(configuration.isEmpty()).isFalse();
        assertThatThrownBy(() -> ServiceSettingsReader.read(configuration)).isInstanceOf(InvalidSettings.class);
    }

    @Test
    void the_same_pool_twice_is_a_fault_at_the_start() {
        ServiceSettings settings = ServiceSettingsReader.read(Configuration.of(List.of(file(Map.of(
                "cognito.pool.a.user-pool-id", "eu-west-1_AbCdEfGhI",
                "cognito.pool.a.client-ids", "*",
                "cognito.pool.a.issuers", "https://a.example.com/a",
                "cognito.pool.b.user-pool-id", "eu-west-1_AbCdEfGhI",
                "cognito.pool.b.client-ids", "*",
                "cognito.pool.b.issuers", "https://b.example.com/b")))));
        assertThatThrownBy(() -> org.cognito4j.TokenVerifier.of(settings.pools(), java.time.InstantSource.system()))
                .isInstanceOfSatisfying(
                        InvalidSettings.class,
                        e -> assertThat(e.faults())
                                .extracting(SettingFault::setting)
                                .containsExactly("user-pool-id"));
    }

    private static VerifierSettings pool(ConfigurationSource... places) {
        return ServiceSettingsReader.read(Configuration.of(List.of(places)))
                .pools()
                .get(0);
    }

    private static List<String> faultsOf(ConfigurationSource... places) {
        try {
            ServiceSettingsReader.read(Configuration.of(List.of(places)));
            return List.of();
        } catch (InvalidSettings e) {
            return e.faults().stream().map(SettingFault::setting).toList();
        }
    }

    private static ConfigurationSource file(Map<String, String> texts) {
        return ConfigurationSource.of("file", texts);
    }

    private static Map<String, String> with(Map<String, String> texts, String key, String text) {
        Map<String, String> more = new HashMap<>(texts);
        more.put(key, text);
        return more;
    }
}
