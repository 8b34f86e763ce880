package org.cognito4j.localpool;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StandaloneJarIT {
    private static final String JAR = System.getProperty("standalone.jar");

    @Test
    void serves_a_pool_from_one_file_and_tells_each_request(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(
                folder.resolve("pool.yaml"), "user-pool-id: eu-west-1_LocalPool\n", StandardCharsets.UTF_8);
        Process process = start(file.toString(), "--port", "0");
        try (BufferedReader output = process.inputReader()) {
            String keySet = lineWith("Key set", output).replaceFirst("Key set\\s+", "");

            assertThat(Caller.get(URI.create(keySet)).body()).contains("\"kty\":\"RSA\"");
            assertThat(lineWith("INFO", output)).endsWith("GET /eu-west-1_LocalPool/.well-known/jwks.json 200");
        } finally {
            process.destroy();
            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void shows_help() throws Exception {
        Process process = start("--help");
        String help = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).isZero();
        assertThat(help).contains("--port", "--state", "--key-store", "--amazon-issuer", "--pre-token", "Exit codes:");
    }

    @Test
    void has_the_licenses_of_what_is_inside() throws IOException {
        try (JarFile jar = new JarFile(JAR)) {
            assertThat(text(jar, "META-INF/LICENSE")).contains("Apache License");
            assertThat(text(jar, "META-INF/licenses/slf4j.txt")).contains("QOS.ch");
            assertThat(text(jar, "META-INF/NOTICE")).contains("Jackson");
        }
    }

    private static String text(JarFile jar, String name) throws IOException {
        return new String(jar.getInputStream(jar.getEntry(name)).readAllBytes(), StandardCharsets.UTF_8);
    }

    private static Process start(String... arguments) throws IOException {
        ProcessBuilder program = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-jar", JAR);
        program.command().addAll(List.of(arguments));
        return program.redirectErrorStream(true).start();
    }

    private static String lineWith(String word, BufferedReader lines) throws IOException {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.contains(word)) {
                return line;
            }
        }
        throw new AssertionError("The program ended without a line with " + word);
    }
}
