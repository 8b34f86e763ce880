package org.cognito4j.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.cognito4j.InvalidSettings;
import org.cognito4j.SettingFault;
import org.cognito4j.VerifierSettings;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigValue;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.eclipse.microprofile.config.spi.Converter;
import org.junit.jupiter.api.Test;

/** Environment variables behind an implementation that lists them, as SmallRye's does: with dots for each underscore. */
class MicroProfileConfigTest {

    private static final String POOL = "eu-west-1_AbCdEfGhI";

    @Test
    void takes_everything_from_the_environment() {
        Configuration configuration = configuration(
                Map.of(
                        "COGNITO_USER_POOL_ID", POOL,
                        "COGNITO_CLIENT_IDS", "abc",
                        "COGNITO_RESOURCE_SERVER", "orders",
                        "COGNITO_ALLOW_LOOPBACK_HTTP", "true",
                        "COGNITO_JWKS_REFRESH_INTERVAL", "PT10M"),
                Map.of());

        VerifierSettings pool =
                ServiceSettingsReader.read(configuration).pools().get(0);

        assertThat(pool.userPool().id()).isEqualTo(POOL);
        assertThat(pool.acceptsClient("abc")).isTrue();
        assertThat(pool.scopeRoles().scopesFor("read")).containsExactly("orders/read");
    }

    @Test
    void says_nothing_of_variables_that_are_somebody_elses() {
        Map<String, String> others = Map.of("COGNITO_REGION", "eu-west-1", "COGNITO_CLIENT_ID", "xyz");

        assertThat(configuration(others, Map.of()).isEmpty()).isTrue();
        assertThat(ServiceSettingsReader.read(configuration(
                                others, Map.of("cognito.user-pool-id", POOL, "cognito.client-ids", "abc")))
                        .pools())
                .hasSize(1);
    }

    @Test
    void lists_variables_of_clients_and_roles() {
        Configuration configuration = configuration(
                Map.of(
                        "COGNITO_CLIENTS__ABC__DENIED", "true",
                        "COGNITO_ROLES__READER_", "read",
                        "COGNITO_CLIENT_BILLING_REGION", "eu-west-1"),
                Map.of("cognito.user-pool-id", POOL, "cognito.client-ids", "*"));

        assertThat(configuration.keys())
                .contains(
                        "cognito.clients.\"abc\".denied", "cognito.roles.\"reader\"", "cognito.client.billing.region");
    }

    @Test
    void tells_of_a_misspelt_key_of_a_file() {
        Map<String, String> file = Map.of(
                "cognito.user-pool-id",
                POOL,
                "cognito.client-ids",
                "abc",
                "cognito.reaml",
                "orders",
                "cognito.client.regoin",
                "x");

        assertThatThrownBy(() -> ServiceSettingsReader.read(configuration(Map.of("COGNITO_REGION", "eu-west-1"), file)))
                .isInstanceOfSatisfying(
                        InvalidSettings.class,
                        e -> assertThat(e.faults())
                                .extracting(SettingFault::setting)
                                .contains("cognito.reaml", "cognito.client.regoin"));
    }

    private static Configuration configuration(Map<String, String> variables, Map<String, String> file) {
        MicroProfileConfig config = MicroProfileConfig.of(new ListedVariables(variables, file), variables);
        return Configuration.of(List.of(config.outside(), config.packed()));
    }

    /** What an implementation does with variables, as far as it matters here. */
    private record ListedVariables(Map<String, String> variables, Map<String, String> file) implements Config {

        @Override
        public Iterable<String> getPropertyNames() {
            Set<String> names = variables.keySet().stream()
                    .map(name -> name.toLowerCase(Locale.ROOT))
                    .map(name ->
                            name.replaceAll("__([a-z]+)_(_|$)", ".\"$1\"$2").replace('_', '.'))
                    .collect(Collectors.toSet());
            names.addAll(file.keySet());
            return names;
        }

        @Override
        public ConfigValue getConfigValue(String name) {
            return VariableNames.of(name).stream()
                    .filter(variables::containsKey)
                    .findFirst()
                    .map(variable -> new Found(name, variables.get(variable), "EnvConfigSource", 300))
                    .orElseGet(() -> new Found(name, new HashMap<>(file).get(name), "file", 100));
        }

        @Override
        public <T> T getValue(String name, Class<T> type) {
            throw new UnsupportedOperationException(name);
        }

        @Override
        public <T> Optional<T> getOptionalValue(String name, Class<T> type) {
            throw new UnsupportedOperationException(name);
        }

        @Override
        public Iterable<ConfigSource> getConfigSources() {
            throw new UnsupportedOperationException();
        }

        @Override
        public <T> Optional<Converter<T>> getConverter(Class<T> type) {
            throw new UnsupportedOperationException();
        }

        @Override
        public <T> T unwrap(Class<T> type) {
            throw new UnsupportedOperationException();
        }
    }

    private record Found(String getName, String getValue, String getSourceName, int getSourceOrdinal)
            implements ConfigValue {

        @Override
        public String getRawValue() {
            return getValue;
        }
    }
}
