package org.cognito4j.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which place decides, without MicroProfile Config; the contract of the forms has it, too. */
class ConfigurationTest {

    private static final String REALM = "cognito.realm";

    @TempDir
    private Path classes;

    @AfterEach
    void forget() {
        System.clearProperty(REALM);
    }

    @Test
    void takes_what_a_part_says_before_what_is_packed_for_all_and_behind_what_is_said_from_outside() throws Exception {
        ConfigurationSource part = ConfigurationSource.of("part", Map.of(REALM, "part"));

        assertThat(realm(List.of())).isEqualTo("packed");
        assertThat(realm(List.of(part))).isEqualTo("part");
        System.setProperty(REALM, "outside");
        assertThat(realm(List.of(part))).isEqualTo("outside");
    }

    @Test
    void takes_defaults_last() throws Exception {
        try (URLClassLoader application = application()) {
            Configuration configuration = ConfigurationPlaces.in(application)
                    .withDefaults(ConfigurationSource.of("web.xml", Map.of(REALM, "web", "cognito.audience", "api")));

            assertThat(configuration.text(REALM)).hasValue("packed");
            assertThat(configuration.text("cognito.audience")).hasValue("api");
        }
    }

    private String realm(List<ConfigurationSource> part) throws IOException {
        try (URLClassLoader application = application()) {
            return ConfigurationPlaces.in(application, part).text(REALM).orElseThrow();
        }
    }

    private URLClassLoader application() throws IOException {
        Path file = classes.resolve("META-INF/microprofile-config.properties");
        Files.createDirectories(file.getParent());
        Files.writeString(file, REALM + "=packed\n");
        return new URLClassLoader(new URL[] {classes.toUri().toURL()}, null);
    }
}
