package org.cognito4j.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cognito4j.InvalidSettings;
import org.cognito4j.SettingFault;
import org.cognito4j.VerifierSettings;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Settings as SmallRye Config hands them out, an implementation of MicroProfile Config. */
class SmallRyeTest {

    private static final Map<String, String> LEAST =
            Map.of("cognito.user-pool-id", "eu-west-1_AbCdEfGhI", "cognito.client-ids", "*");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cognito.audience",
                "cognito.user-pool-id",
                "cognito.clients.\"abc\".denied",
                "cognito.clients.abc.roles",
                "cognito.roles.\"admin\"",
                "cognito.require-token",
                "cognito.realm",
                "cognito.clock-skew",
                "cognito.client.scopes"
            })
    void an_expression_that_cannot_be_resolved_is_a_fault(String key) {
        for (String text : List.of("${API_AUDIENCE}", "a${API_AUDIENCE}c", "${outer.${INNER}}")) {
            assertThat(faultsOf(Map.of(), with(key, text))).as(text).contains(key);
        }
    }

    @Test
    void an_expression_in_a_variable_is_a_fault_too() {
        assertThat(faultsOf(Map.of("COGNITO_AUDIENCE", "${API_AUDIENCE}"), LEAST))
                .containsExactly("cognito.audience");
    }

    @Test
    void a_value_that_cannot_be_resolved_does_not_give_way_to_one_behind_it() {
        assertThat(faultsOf(Map.of("COGNITO_AUDIENCE", "${API_AUDIENCE}"), with("cognito.audience", "api")))
                .containsExactly("cognito.audience");
    }

    @ParameterizedTest
    @CsvSource({"${API_AUDIENCE}, api", "${NOT_SET:api}, api", "a${API_AUDIENCE}, aapi"})
    void an_expression_that_is_resolved_is_its_value(String text, String audience) {
        VerifierSettings pool = ServiceSettingsReader.read(
                        configuration(Map.of("API_AUDIENCE", "api"), with("cognito.audience", text)))
                .pools()
                .get(0);

        assertThat(pool.audiences()).containsExactly(audience);
    }

    @Test
    void a_variable_alone_denies_a_client() {
        VerifierSettings pool = ServiceSettingsReader.read(
                        configuration(Map.of("COGNITO_CLIENTS__ABC__DENIED", "true"), LEAST))
                .pools()
                .get(0);

        assertThat(pool.deniesClient("abc")).isTrue();
    }

    @Test
    void sources_of_the_implementation_that_list_no_names_are_empty() {
        Configuration configuration = configuration(Map.of(), LEAST);

        assertThat(SettingWarnings.in(configuration, ServiceSettingsReader.read(configuration)))
                .isEmpty();
    }

    private static Map<String, String> with(String key, String text) {
        Map<String, String> settings = new HashMap<>(LEAST);
        settings.put(key, text);
        return settings;
    }

    private static List<String> faultsOf(Map<String, String> variables, Map<String, String> file) {
        try {
            ServiceSettingsReader.read(configuration(variables, file));
            return List.of();
        } catch (InvalidSettings e) {
            return e.faults().stream().map(SettingFault::setting).toList();
        }
    }

    private static Configuration configuration(Map<String, String> variables, Map<String, String> file) {
        Config config = new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withSources(
                        new EnvConfigSource(variables, 300),
                        new PropertiesConfigSource(file, "microprofile-config.properties", 100))
                .build();
        MicroProfileConfig found = MicroProfileConfig.of(config, variables);
        return Configuration.of(List.of(found.outside(), found.packed()));
    }
}
