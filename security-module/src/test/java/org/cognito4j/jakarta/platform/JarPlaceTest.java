package org.cognito4j.jakarta.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import org.cognito4j.SettingFault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JarPlaceTest {

    private static final String MARKER = "org/cognito4j/jakarta/start/CognitoInitializer.class";

    @TempDir
    private Path folder;

    @Test
    void allows_one_copy_beside_the_libraries_that_it_sees() {
        assertThatCode(() -> JarPlace.require(JarPlaceTest.class.getClassLoader()))
                .doesNotThrowAnyException();
    }

    @Test
    void names_both_places_of_two_copies_in_one_application() throws IOException {
        URL ordinary = copy("cognito4j-security.jar");
        URL dropIn = copy("cognito4j-security-dropin.jar");
        try (URLClassLoader application = new URLClassLoader(new URL[] {ordinary, dropIn}, null)) {
            assertThat(JarPlace.faults(application, application))
                    .singleElement()
                    .extracting(SettingFault::toString)
                    .asString()
                    .contains("2 copies", "/cognito4j-security.jar", "/cognito4j-security-dropin.jar", "Keep one");
        }
    }

    @Test
    void names_both_places_of_a_copy_in_the_server_and_one_in_the_application() throws IOException {
        try (URLClassLoader server = new URLClassLoader(new URL[] {copy("shared.jar")}, null);
                URLClassLoader application = new URLClassLoader(new URL[] {copy("own.jar")}, server)) {
            assertThat(JarPlace.faults(application, application))
                    .singleElement()
                    .extracting(SettingFault::problem)
                    .asString()
                    .contains("/shared.jar", "/own.jar");
        }
    }

    @Test
    void names_the_libraries_that_a_copy_in_the_server_does_not_see() throws IOException {
        URL weld = jarOf("weld.jar", "jakarta/enterprise/inject/spi/CDI.class");
        URL rest = jarOf("rest.jar", "jakarta/ws/rs/Path.class");
        try (URLClassLoader server = new URLClassLoader(new URL[] {copy("shared.jar")}, null);
                URLClassLoader application = new URLClassLoader(new URL[] {weld, rest}, server)) {
            assertThat(JarPlace.faults(application, server))
                    .singleElement()
                    .extracting(SettingFault::toString)
                    .asString()
                    .contains("/shared.jar", "CDI, Jakarta REST", "WEB-INF/lib");
            assertThat(JarPlace.faults(server, server)).isEmpty();
        }
    }

    @Test
    void ends_the_start_of_cdi_with_two_copies() throws IOException {
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        try (URLClassLoader application = new URLClassLoader(new URL[] {copy("one.jar"), copy("two.jar")}, null)) {
            Thread.currentThread().setContextClassLoader(application);

            assertThatThrownBy(JarPlace::requireOneCopyInContext).hasMessageContaining("2 copies");
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
        assertThatCode(JarPlace::requireOneCopyInContext).doesNotThrowAnyException();
    }

    private URL copy(String name) throws IOException {
        return jarOf(name, MARKER);
    }

    /** A jar with classes as this JVM has them, and those that they need in order to be loaded. */
    private URL jarOf(String name, String... classes) throws IOException {
        Path jar = folder.resolve(name);
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            for (String file : withOuter(classes)) {
                out.putNextEntry(new ZipEntry(file));
                try (InputStream in = JarPlaceTest.class.getResourceAsStream("/" + file)) {
                    in.transferTo(out);
                }
            }
        }
        return jar.toUri().toURL();
    }

    private static List<String> withOuter(String... classes) {
        List<String> files = new ArrayList<>(List.of(classes));
        if (files.contains("jakarta/enterprise/inject/spi/CDI.class")) {
            files.add("jakarta/enterprise/inject/Instance.class");
            files.add("jakarta/inject/Provider.class");
        }
        return files;
    }
}
