package org.cognito4j.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.cognito4j.GenuineTokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The packaged drop-in file, run as a program. */
@Timeout(300)
class DropinProgramIT {

    private static final String FILE = System.getProperty("cognito4j.dropin");
    private static final String TOKEN = GenuineTokens.text(Map.of());

    @TempDir
    private Path folder;

    @Test
    void explains_a_token_by_settings_of_properties_environment_and_file() throws Exception {
        Path keys = Files.writeString(folder.resolve("keys.json"), GenuineTokens.keySet());
        Path file = Files.write(
                folder.resolve("app.properties"),
                List.of(
                        "cognito.user-pool-id=eu-west-1_Overridden",
                        "cognito.client-ids=overridden",
                        "cognito.jwks-file=" + keys,
                        "cognito.jwks-uri=http://127.0.0.1:1/nobody-is-here",
                        "cognito.allow-loopback-http=true"));

        Ended run = run(
                Map.of("COGNITO_USER_POOL_ID", GenuineTokens.POOL),
                List.of("-Dcognito.client-ids=" + GenuineTokens.CLIENT),
                TOKEN,
                "explain",
                "--config",
                file.toString());

        // By the clock of this machine it is long expired, or not issued yet.
        assertThat(run.out())
                .contains("pass  key ", "pass  signature ", "pass  client ", "expected: client_id among")
                .containsPattern("FAIL  not-(expired|from-the-future) ")
                .doesNotContain("\u001b");
        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isEqualTo(1);
    }

    @Test
    void takes_no_token_as_an_argument() throws Exception {
        Ended run = run(Map.of(), List.of(), "", "explain", TOKEN);

        assertThat(run.err()).contains("standard input");
        assertThat(run.out() + run.err()).doesNotContain(TOKEN.substring(0, 12));
        assertThat(run.code()).isEqualTo(2);
    }

    /** Processes wait for each other's lock. */
    @Test
    void loses_no_denial_of_processes_that_run_at_once() throws Exception {
        Path policy = Files.writeString(folder.resolve("policy.properties"), "");
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<Ended>> all = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                String id = "client" + i;
                all.add(threads.submit(
                        () -> run(Map.of(), List.of(), "", "deny", "--policy", policy.toString(), "--client", id)));
            }
            for (Future<Ended> one : all) {
                assertThat(one.get().err()).isEmpty();
                assertThat(one.get().code()).isZero();
            }
        } finally {
            threads.shutdownNow();
        }

        assertThat(Files.readString(policy))
                .contains(IntStream.range(0, 8)
                        .mapToObj(i -> "cognito.clients.\"client" + i + "\".denied=true\n")
                        .toList());
    }

    @Test
    void checks_a_configuration() throws Exception {
        Ended run = run(
                Map.of("NO_COLOR", "1"),
                List.of(
                        "-Dcognito.user-pool-id=" + GenuineTokens.POOL,
                        "-Dcognito.client-ids=a",
                        "-Dcognito.jwks-uri=http://127.0.0.1:1/nobody-is-here",
                        "-Dcognito.allow-loopback-http=true"),
                "",
                "doctor");

        assertThat(run.out()).contains("FAULT", "http://127.0.0.1:1/nobody-is-here", "Verdict: faulty.");
        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isEqualTo(1);
    }

    @Test
    void tells_its_version_and_how_it_is_used() throws Exception {
        assertThat(run(Map.of(), List.of(), "", "--version").out()).matches("cognito4j [0-9].*\\R");
        assertThat(run(Map.of(), List.of(), "", "explain", "--help").out())
                .contains("--config", "--json", "--role", "Exit codes:");
        assertThat(run(Map.of(), List.of(), "", "doctor", "--help").out()).contains("--check-clients", "--role");
    }

    private record Ended(int code, String out, String err) {}

    private Ended run(Map<String, String> environment, List<String> options, String input, String... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-jar", FILE));
        command.addAll(List.of(arguments));
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().putAll(environment);
        Process process =
                builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
        try (OutputStream standardInput = process.getOutputStream()) {
            standardInput.write(input.getBytes(UTF_8));
        } catch (IOException e) {
            // It ended without reading.
        }
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        return new Ended(process.exitValue(), Files.readString(out), Files.readString(err));
    }
}
