package org.cognito4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.cognito4j.DeclaredPoolSettings;
import org.cognito4j.client.DeclaredClientSettings;
import org.cognito4j.config.DeclaredApplicationSettings;
import org.cognito4j.setting.Setting;
import org.cognito4j.setting.SettingType;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code doctor} knows each declared setting, and reports what its declaration forbids. */
@Timeout(60)
class DoctorDeclaredSettingsTest {

    @TempDir
    private Path folder;

    static Stream<Setting<?>> ofService() {
        return Stream.concat(DeclaredPoolSettings.ALL.all().stream(), DeclaredApplicationSettings.ALL.all().stream());
    }

    static Stream<Setting<?>> ofClients() {
        return DeclaredClientSettings.ALL.all().stream();
    }

    static Stream<Setting<?>> inRange() {
        return ofService().filter(setting -> setting.range().isPresent());
    }

    static Stream<Setting<?>> ofWords() {
        return ofService().filter(setting -> !setting.type().choices().isEmpty());
    }

    @ParameterizedTest
    @MethodSource("ofService")
    void reports_a_blank_setting_of_a_service(Setting<?> setting) throws IOException {
        assertFault("cognito." + named(setting), "");
    }

    @ParameterizedTest
    @MethodSource("ofClients")
    void reports_a_blank_setting_of_a_client(Setting<?> setting) throws IOException {
        assertFault("cognito.client." + named(setting), "");
    }

    @ParameterizedTest
    @MethodSource("inRange")
    void reports_what_is_out_of_range(Setting<?> setting) throws IOException {
        assertThat(assertFault("cognito." + setting.key(), beyond(setting))).contains(" is out of range ");
    }

    @ParameterizedTest
    @MethodSource("ofWords")
    void names_the_words_where_another_one_is_set(Setting<?> setting) throws IOException {
        assertThat(assertFault("cognito." + named(setting), "otherwise"))
                .contains("cannot be read", "Set it to ")
                .contains(setting.type().choices());
    }

    private static String named(Setting<?> setting) {
        return setting.key().replaceAll("<\\w+>", "abc");
    }

    private static <T> String beyond(Setting<T> setting) {
        T most = setting.range().orElseThrow().most();
        if (most instanceof Duration duration) {
            return SettingType.DURATION.write(duration.plusSeconds(1));
        }
        return String.valueOf(Math.addExact((Integer) most, 1));
    }

    private String assertFault(String key, String text) throws IOException {
        List<String> lines = Stream.of(
                        "cognito.user-pool-id=eu-west-1_AbCdEfGhI",
                        "cognito.client-ids=abc",
                        "cognito.client.region=eu-west-1")
                .filter(line -> !line.startsWith(key + "="))
                .toList();
        Path file = Files.write(folder.resolve("app.properties"), lines);
        Files.writeString(file, key + "=" + text + "\n", StandardOpenOption.APPEND);
        Run run = Run.of("", "doctor", "--config", file.toString());
        assertThat(run.out()).as("doctor has to know %s", key).contains("FAULT  " + key + ": ");
        assertThat(run.code()).isEqualTo(2);
        return run.out();
    }
}
