package org.cognito4j.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cognito4j.InvalidSettings;
import org.cognito4j.SettingFault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Settings that say two things, or nothing. */
class MeaninglessSettingsTest {

    private static final Map<String, String> LEAST =
            Map.of("cognito.user-pool-id", "eu-west-1_AbCdEfGhI", "cognito.client-ids", "abc");

    @TempDir
    private Path classes;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cognito.user-pool-id",
                "cognito.client-ids",
                "cognito.audience",
                "cognito.clock-skew",
                "cognito.resource-server",
                "cognito.paths",
                "cognito.require-token",
                "cognito.resource-url",
                "cognito.jwks.timeout",
                "cognito.clients.\"abc\".denied",
                "cognito.clients.abc.denied",
                "cognito.clients.\"abc\".name",
                "cognito.clients.\"abc\".roles",
                "cognito.client.scopes",
            })
    void are_faults_where_they_are_blank(String key) {
        for (String text : List.of("", " \t")) {
            assertThat(faultsOf(with(LEAST, key, text))).as(key).contains(key.replace(".abc.", ".abc."));
        }
    }

    @Test
    void are_faults_where_a_blank_variable_hides_what_a_file_says() {
        Configuration configuration = Configuration.of(List.of(
                JdkSources.environment(Map.of("COGNITO_AUDIENCE", "", "COGNITO_CLIENTS__ABC__DENIED", " ")),
                ConfigurationSource.of("file", with(LEAST, "cognito.audience", "api"))));

        assertThat(faultsOf(configuration))
                .containsExactlyInAnyOrder("cognito.audience", "cognito.clients.\"abc\".denied");
    }

    @Test
    void are_faults_where_a_blank_variable_is_all_there_is() {
        Configuration configuration =
                Configuration.of(List.of(JdkSources.environment(Map.of("COGNITO_USER_POOL_ID", ""))));

        assertThat(configuration.isEmpty()).isFalse();
        assertThat(faultsOf(configuration)).contains("cognito.user-pool-id");
    }

    @ParameterizedTest
    @ValueSource(strings = {"*,abc", "abc,*", "abc, *, def"})
    void are_faults_where_all_clients_stand_beside_single_ones(String ids) {
        assertThat(faultsOf(with(LEAST, "cognito.client-ids", ids))).containsExactly("cognito.client-ids");
    }

    @ParameterizedTest
    @CsvSource({
        "cognito.groups-as-roles, true",
        "cognito.jwks-file-max-age, P2D",
        "cognito.resource-name, Orders",
    })
    void are_faults_where_they_have_no_effect(String key, String text) {
        assertThat(faultsOf(with(LEAST, key, text))).containsExactly(key);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "audience",
                "resource-server",
                "groups-as-roles",
                "issuers",
                "jwks-uri",
                "client-ids",
                "roles.admin",
                "roles.\"admin\""
            })
    void are_faults_above_pools_that_have_names(String key) {
        Map<String, String> named = Map.of(
                "cognito.pool.a.user-pool-id", "eu-west-1_AbCdEfGhI",
                "cognito.pool.a.client-ids", "abc");

        assertThat(faultsOf(with(named, "cognito." + key, "x"))).containsExactly("cognito." + key);
    }

    @ParameterizedTest
    @CsvSource({"COGNITO_AUDIENCE, cognito.audience", "COGNITO_ROLES__ADMIN_, cognito.roles.\"admin\""})
    void are_warned_about_above_pools_that_have_names_where_other_applications_may_need_them(
            String variable, String key) {
        Configuration configuration = Configuration.of(List.of(
                JdkSources.environment(Map.of(variable, "api")),
                ConfigurationSource.of(
                        "file",
                        Map.of(
                                "cognito.pool.a.user-pool-id", "eu-west-1_AbCdEfGhI",
                                "cognito.pool.a.client-ids", "abc"))));

        assertThat(SettingWarnings.in(configuration, ServiceSettingsReader.read(configuration)))
                .singleElement()
                .satisfies(line -> assertThat(line)
                        .contains(key, variable, "has no effect in this application", "cognito.pool.<name>."));
    }

    @Test
    void are_faults_in_profiles_that_nothing_reads() throws Exception {
        write("microprofile-config.properties", "%prod.cognito.audience=api", "%prod.other.key=x", "cognito.realm=x");
        write("microprofile-config-dev.properties", "cognito.clients.abc.denied=true", "other.key=x");

        try (URLClassLoader application =
                new URLClassLoader(new URL[] {classes.toUri().toURL()}, null)) {
            Configuration configuration =
                    ConfigurationPlaces.in(application).withDefaults(ConfigurationSource.of("test", LEAST));

            assertThat(faultsOf(configuration))
                    .containsExactlyInAnyOrder("%prod.cognito.audience", "cognito.clients.abc.denied");
        }
    }

    @Test
    void are_warned_about_where_they_are_only_odd() {
        Map<String, String> odd = with(LEAST, "cognito.client-ids", "abc, def, abc");
        odd.put("cognito.clients.abc.denied", "true");
        odd.put("cognito.clients.def.denied", "true");
        Configuration configuration = Configuration.of(List.of(ConfigurationSource.of("test", odd)));

        assertThat(SettingWarnings.in(configuration, ServiceSettingsReader.read(configuration)))
                .hasSize(2)
                .anySatisfy(warning -> assertThat(warning).contains("cognito.client-ids: names abc twice (from test)"))
                .anySatisfy(warning -> assertThat(warning).contains("is denied"));
    }

    private void write(String name, String... lines) throws IOException {
        Path file = classes.resolve("META-INF").resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, List.of(lines));
    }

    private static Map<String, String> with(Map<String, String> settings, String key, String text) {
        Map<String, String> more = new HashMap<>(settings);
        more.put(key, text);
        return more;
    }

    private static List<String> faultsOf(Map<String, String> settings) {
        return faultsOf(Configuration.of(List.of(ConfigurationSource.of("test", settings))));
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
