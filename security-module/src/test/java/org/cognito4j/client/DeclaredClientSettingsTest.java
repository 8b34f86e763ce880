package org.cognito4j.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.cognito4j.setting.Setters;
import org.cognito4j.setting.Setting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each setting of an app client that is declared is there wherever it has to be. */
class DeclaredClientSettingsTest {

    static Stream<Setting<?>> settings() {
        return DeclaredClientSettings.ALL.all().stream().filter(setting -> !setting.isNamed());
    }

    @ParameterizedTest
    @MethodSource("settings")
    void has_a_method_of_the_builder(Setting<?> setting) {
        assertThat(Setters.of(
                        setting, ClientSettingsBuilder.class, ClientSettingsBuilder::new, builder -> builder.values))
                .as("ClientSettingsBuilder needs a method that sets %s of DeclaredClientSettings", setting)
                .isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("settings")
    void is_set_by_its_text(Setting<?> setting) {
        ClientSettingsBuilder builder = new ClientSettingsBuilder().set(setting.key(), setting.example());

        assertThat(builder.values.isSet(setting)).isTrue();
    }

    @Test
    void is_structure() {
        assertThat(DeclaredClientSettings.ALL.all()).noneMatch(Setting::isPolicy);
    }
}
