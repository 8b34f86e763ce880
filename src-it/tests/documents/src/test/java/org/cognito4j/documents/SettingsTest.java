package org.cognito4j.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.StringReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.cognito4j.InvalidSettings;
import org.cognito4j.SettingFault;
import org.cognito4j.config.ClientsSettingsReader;
import org.cognito4j.config.Configuration;
import org.cognito4j.config.ConfigurationSource;
import org.cognito4j.config.ServiceSettingsReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Settings that are shown as properties are settings that can be used. */
class SettingsTest {

    /** A whole key, with a value or without; not one that has a part to fill in. */
    private static final Pattern NAMED = Pattern.compile("`(cognito\\.[a-z.-]+)(?:=[^`]*)?`");

    private static final Pattern METER = Pattern.compile("\"(cognito\\.[a-z.]+)\"");

    /** What several keys have in common. */
    private static final Set<String> BEGINNINGS = Set.of("cognito.client", "cognito.roles");

    /** What every service has to say, for examples that show only what they are about. */
    private static final ConfigurationSource WHOM_TO_TRUST = ConfigurationSource.of(
            "an earlier example",
            Map.of("cognito.user-pool-id", "eu-west-1_AbCdEfGhI", "cognito.client-ids", "1example23456789"));

    @Test
    void every_example_of_settings_has_no_fault(@TempDir Path folder) throws IOException {
        HttpServer policy = emptyPolicy();
        try {
            List<Example> examples = examples().stream()
                    .map(example -> example.on(policy.getAddress().getPort(), folder))
                    .toList();

            assertThat(examples)
                    .hasSizeGreaterThan(3)
                    .allSatisfy(example -> assertThatCode(example::read)
                            .as("%s: %s", example.page, example.settings)
                            .doesNotThrowAnyException());
        } finally {
            policy.stop(0);
        }
    }

    private static HttpServer emptyPolicy() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
        return server;
    }

    @Test
    void every_setting_that_is_named_exists() throws IOException {
        Map<String, Path> named = new TreeMap<>();
        for (Path page : Documents.pages()) {
            new MarkdownPage(page).words(NAMED).forEach(key -> named.put(key, page));
        }

        named.keySet().removeAll(BEGINNINGS);
        named.keySet().removeAll(meters());
        assertThat(named)
                .hasSizeGreaterThan(20)
                .allSatisfy((key, page) -> assertThat(faultsOf(key))
                        .as("%s, on %s", key, page)
                        .noneMatch(fault ->
                                fault.setting().equals(key) && fault.problem().startsWith("is not a setting")));
    }

    /** Figures have names of the same kind. */
    private static Set<String> meters() throws IOException {
        String source = Files.readString(Documents.ROOT.resolve(
                "security-module/src/main/java/org/cognito4j/jakarta/monitor/MicrometerMeters.java"));
        return METER.matcher(source).results().map(meter -> meter.group(1)).collect(Collectors.toSet());
    }

    private static List<SettingFault> faultsOf(String key) {
        ConfigurationSource page = ConfigurationSource.of("the page", Map.of(key, "anything"));
        try {
            ServiceSettingsReader.read(Configuration.of(List.of(page)).withDefaults(WHOM_TO_TRUST));
            return List.of();
        } catch (InvalidSettings e) {
            return e.faults();
        }
    }

    private static List<Example> examples() throws IOException {
        List<Example> examples = new ArrayList<>();
        for (Path page : Documents.pages()) {
            for (String text : new MarkdownPage(page).examples("properties").toList()) {
                Map<String, String> settings = ours(text);
                if (!settings.isEmpty()) {
                    examples.add(new Example(page, settings));
                }
            }
        }
        return examples;
    }

    /** An application may have settings of others beside ours; pages show those that are replaced. */
    private static Map<String, String> ours(String text) throws IOException {
        Properties properties = new Properties();
        properties.load(new StringReader(text));
        Map<String, String> settings = new TreeMap<>();
        properties.stringPropertyNames().stream()
                .filter(key -> key.startsWith("cognito."))
                .forEach(key -> settings.put(key, properties.getProperty(key)));
        return settings;
    }

    private record Example(Path page, Map<String, String> settings) {

        /** The same on this machine: the start asks the address of a policy, and writes a copy. */
        Example on(int port, Path folder) {
            Map<String, String> here = new TreeMap<>(settings);
            if (here.replace("cognito.policy-url", "http://127.0.0.1:" + port + "/") != null) {
                here.put("cognito.allow-loopback-http", "true");
            }
            here.computeIfPresent(
                    "cognito.policy-copy",
                    (key, file) -> folder.resolve(Path.of(file).getFileName()).toString());
            return new Example(page, here);
        }

        void read() {
            Configuration configuration = Configuration.of(List.of(ConfigurationSource.of("the page", settings)));
            if (configuration.isForCallingOnly()) {
                ClientsSettingsReader.read(configuration, Set.of());
            } else {
                ServiceSettingsReader.read(configuration.withDefaults(WHOM_TO_TRUST));
            }
        }
    }
}
