package org.cognito4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.cognito4j.config.Configuration;
import org.cognito4j.config.ConfigurationSource;
import org.cognito4j.config.ServiceSettingsReader;
import org.cognito4j.setting.Setters;
import org.cognito4j.setting.Setting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each setting of a pool that is declared is there wherever it has to be. */
class DeclaredPoolSettingsTest {

    /** What some settings need beside them, so that they have an effect. */
    private static final Map<String, String> BESIDE = Map.of(
            "cognito.user-pool-id", "eu-west-1_AbCdEfGhI",
            "cognito.client-ids", "abc",
            "cognito.callers", "both",
            "cognito.jwks-file", "classpath:others.json");

    static Stream<Setting<?>> settings() {
        return DeclaredPoolSettings.ALL.all().stream().filter(setting -> !setting.isNamed());
    }

    @ParameterizedTest
    @MethodSource("settings")
    void has_a_method_of_the_builder(Setting<?> setting) {
        assertThat(Setters.of(
                        setting,
                        VerifierSettingsBuilder.class,
                        VerifierSettingsBuilder::new,
                        builder -> builder.draft.values()))
                .as("VerifierSettingsBuilder needs a method that sets %s of DeclaredPoolSettings", setting)
                .isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("settings")
    void is_read_from_configuration(Setting<?> setting) {
        Map<String, String> texts = new HashMap<>(BESIDE);
        texts.put("cognito." + setting.key(), setting.example());
        Configuration configuration = Configuration.of(List.of(ConfigurationSource.of("test", texts)));

        VerifierSettings pool =
                ServiceSettingsReader.read(configuration).pools().get(0);

        assertThat(written(setting, pool))
                .as("%s, read by ServiceSettingsReader", setting)
                .isEqualTo(setting.example());
    }

    @ParameterizedTest
    @MethodSource("settings")
    void is_set_by_its_text(Setting<?> setting) {
        VerifierSettingsBuilder builder = new VerifierSettingsBuilder().set(setting.key(), setting.example());

        assertThat(Setters.written(setting, builder.draft.values())).isEqualTo(setting.example());
    }

    @Test
    void is_policy_if_it_says_who_may_call() {
        assertThat(DeclaredPoolSettings.ALL.all())
                .filteredOn(Setting::isPolicy)
                .extracting(Setting::key)
                .containsExactlyInAnyOrder(
                        "client-ids",
                        "roles.\"<role>\"",
                        "clients.\"<id>\".name",
                        "clients.\"<id>\".roles",
                        "clients.\"<id>\".denied",
                        "clients.\"<id>\".issued-before",
                        "required-claims.\"<claim>\"",
                        "clients.\"<id>\".required-claims.\"<claim>\"",
                        "issued-before",
                        "denied-tokens");
    }

    private static String written(Setting<?> setting, VerifierSettings pool) {
        return Setters.written(setting, pool.values());
    }
}
