package org.cognito4j.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.cognito4j.GenuineTokens;
import org.cognito4j.fault.Fault;
import org.cognito4j.fault.FaultServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Settings that would not mean what they say. */
@Timeout(120)
class DoctorSettingsTest {

    private static final String POOL = "user-pool-id=" + GenuineTokens.POOL;
    private static final String CLIENTS = "client-ids=" + GenuineTokens.CLIENT;

    @TempDir
    private Path folder;

    private FaultServer endpoint;

    @BeforeEach
    void start() throws IOException {
        endpoint = new FaultServer(
                Fault.ok(GenuineTokens.keySet().getBytes(UTF_8), "Date: Sun, 22 Nov 2026 10:00:00 GMT"));
    }

    @AfterEach
    void stop() throws IOException {
        endpoint.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cognito.audience",
                "cognito.clients.\"abc\".denied",
                "cognito.clients.abc.roles",
                "cognito.roles.\"admin\"",
                "cognito.require-token",
                "cognito.realm",
                "cognito.client.scopes",
                "cognito.client.client-secret"
            })
    void finds_an_expression_that_is_not_resolved(String key) throws IOException {
        assertFault(key, unnamed(key + "=${NOT_SET}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "audience=api",
                "roles.admin=api/write",
                "roles.\"admin\"=api/write",
                "resource-server=api",
                "issuers=https://issuer.example.com",
                "jwks-uri=https://issuer.example.com/jwks.json",
                "groups-as-roles=true",
                "clients.abc.denied=true",
                "jwks-file=keys.json"
            })
    void finds_a_setting_without_effect_above_pools_that_have_names(String setting) throws IOException {
        assertFault(
                "cognito." + setting.split("=")[0],
                List.of("cognito.pool.a." + POOL, "cognito.pool.a." + CLIENTS, "cognito." + setting));
    }

    @ParameterizedTest
    @CsvSource({
        "COGNITO_CLIENTS__ABC__DENIED, perhaps, FAULT  cognito.clients.\"abc\".denied",
        "COGNITO_CLIENTS__ABC__DENEID, true, COGNITO_CLIENTS__ABC__DENEID has no effect",
        "COGNITO_ROLES__ORDERS_READ_, api/read, COGNITO_ROLES__ORDERS_READ_ has no effect",
        "COGNITO_POOL_MY_PARTNER_USER_POOL_ID, x, COGNITO_POOL_MY_PARTNER_USER_POOL_ID has no effect",
        "COGNITO_AUDIENC, api, COGNITO_AUDIENC has no effect",
        "COGNITO_CLOCK_SKEW, '', FAULT  cognito.clock-skew"
    })
    void finds_a_variable_that_names_no_key_for_certain_or_is_wrong(String variable, String text, String found)
            throws Exception {
        assertThat(inProcess(Map.of(variable, text), unnamed("cognito.client-ids=*")))
                .contains(found);
    }

    @Test
    void finds_two_spellings_of_one_key() throws IOException {
        assertFault("cognito.roles.\"admin\"", unnamed("cognito.roles.\"admin\"=a/b", "cognito.roles.admin=a/c"));
        assertFault(
                "cognito.clients.\"abc\".denied",
                unnamed("cognito.clients.\"abc\".denied=true", "cognito.clients.abc.denied=false"));
    }

    @Test
    void checks_a_policy_file() throws IOException {
        Path policy = folder.resolve("policy.properties");
        String setting = "cognito.policy-file=" + policy;
        assertFault("cognito.policy-file", unnamed(setting));

        Files.writeString(policy, "cognito.clock-skew=PT0S\n");
        assertFault("cognito.clock-skew", unnamed(setting));

        Files.writeString(policy, "cognito.issued-before=2026-11-22T09:00:00Z\n");
        assertThat(doctor(unnamed(setting)).out())
                .contains("ok       policy-file    " + policy + " can be read")
                .doesNotContain("FAULT");
    }

    @Test
    void checks_where_a_usage_file_would_be_written() throws IOException {
        Path file = folder.resolve("figures/usage.json");
        String setting = "cognito.usage-file=" + file;
        assertThat(doctor(unnamed(setting)).out())
                .contains("warning  usage-file     cognito.usage-file names")
                .contains("whose folder does not exist");

        Files.createDirectories(file);
        assertThat(doctor(unnamed(setting)).out()).contains("which is a folder");

        Files.delete(file);
        assertThat(doctor(unnamed(setting)).out()).contains("ok       usage-file", "can be written");
        assertFault("cognito.usage-file", unnamed("cognito.usage-file=/"));
    }

    @Test
    void finds_a_key_set_that_is_not_of_the_fips_endpoint() throws IOException {
        String ordinary = "https://cognito-idp.us-east-1.amazonaws.com/us-east-1_AbCdEfGhI/.well-known/jwks.json";

        assertFault(
                "cognito.jwks-uri",
                List.of(
                        "cognito.user-pool-id=us-east-1_AbCdEfGhI",
                        "cognito." + CLIENTS,
                        "cognito.fips=true",
                        "cognito.jwks-uri=" + ordinary));
    }

    @Test
    void reads_a_properties_file_as_utf_8() throws IOException {
        Run run = doctor(unnamed("cognito.roles.Pr\u00fcfer=a/b"), "--role", "Pr\u00fcfer");

        assertThat(run.out()).contains("Pr\\u00fcfer\" is given by any of the scopes a/b");
    }

    @Test
    void names_settings_of_profiles() throws IOException {
        assertThat(doctor(unnamed("%dev.cognito.audience=api", "%dev.other.key=x"))
                        .out())
                .contains("warning  settings       %dev.cognito.audience has no effect here")
                .doesNotContain("other.key");
        Path war = folder.resolve("app.war");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(war))) {
            put(out, "microprofile-config.properties", unnamed("%test.cognito.realm=x"));
            put(out, "microprofile-config-prod.properties", List.of("cognito.audience=api"));
        }
        assertThat(Run.of("", "doctor", "--config", war.toString()).out())
                .contains("%test.cognito.realm has no effect here", "%prod.cognito.audience has no effect here");
    }

    @Test
    void finds_a_pool_that_is_there_twice() throws IOException {
        Run run = doctor(unnamed(
                "cognito.pool.b." + POOL, "cognito.pool.b." + CLIENTS, "cognito.pool.b.issuers=https://b.example.com"));

        assertThat(run.out()).contains("FAULT", "user-pool-id", "is configured twice");
        assertThat(run.code()).isEqualTo(2);
    }

    @Test
    void takes_a_resource_server_that_ends_in_a_slash() throws IOException {
        assertThat(doctor(unnamed("cognito.resource-server=https://api.example.com/"), "--role", "read")
                        .out())
                .contains("\"read\" is given by any of the scopes https://api.example.com//read");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\ufeffsecret", "sec\nret", "sec ret", "secret\u00e9"})
    void finds_a_secret_file_that_holds_more_than_a_secret(String text) throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), text);

        assertFault(
                "cognito.client.client-secret-file",
                unnamed(
                        "cognito.client.region=eu-west-1",
                        "cognito.client.client-id=caller",
                        "cognito.client.client-secret-file=" + secret));
    }

    @Test
    void takes_several_audiences_and_finds_one_that_is_blank() throws IOException {
        assertThat(doctor(unnamed("cognito.audience=orders,billing")).code()).isZero();
        assertFault("cognito.audience", unnamed("cognito.audience="));
    }

    private void assertFault(String key, List<String> settings) throws IOException {
        Run run = doctor(settings);
        assertThat(run.out()).contains("FAULT  " + key + ": ");
        assertThat(run.code()).isEqualTo(2);
    }

    private List<String> unnamed(String... further) {
        List<String> lines = new ArrayList<>(List.of(
                "cognito." + POOL,
                "cognito." + CLIENTS,
                "cognito.jwks-uri=" + endpoint.address("/jwks.json"),
                "cognito.jwks.timeout=PT30S",
                "cognito.allow-loopback-http=true"));
        lines.addAll(List.of(further));
        return lines;
    }

    private Run doctor(List<String> settings, String... options) throws IOException {
        List<String> arguments =
                new ArrayList<>(List.of("doctor", "--config", write(settings).toString()));
        arguments.addAll(List.of(options));
        return Run.of("", arguments.toArray(String[]::new));
    }

    private Path write(List<String> settings) throws IOException {
        return Files.write(folder.resolve("app.properties"), settings);
    }

    private static void put(ZipOutputStream out, String name, List<String> lines) throws IOException {
        out.putNextEntry(new ZipEntry("WEB-INF/classes/META-INF/" + name));
        out.write(String.join("\n", lines).getBytes(UTF_8));
    }

    /** Environment variables are those of a process. */
    private String inProcess(Map<String, String> variables, List<String> settings) throws Exception {
        ProcessBuilder line = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "doctor",
                "--config",
                write(settings).toString());
        line.environment().putAll(variables);
        Process program = line.redirectErrorStream(true).start();
        try {
            return new String(program.getInputStream().readAllBytes(), UTF_8);
        } finally {
            program.destroyForcibly();
        }
    }
}
