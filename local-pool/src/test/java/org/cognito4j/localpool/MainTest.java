package org.cognito4j.localpool;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class MainTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void write_a_definition() throws IOException {
        file = Files.writeString(folder.resolve("pool.yaml"), """
                user-pool-id: eu-west-1_LocalPool
                resource-servers:
                  orders: [read]
                clients:
                  billing:
                    id: 1example23456789
                    secret: 9bq0nf3sl2kd8t6vhm41a7rc5e
                    scopes: [orders/read]
                """);
    }

    @Test
    void serves_the_pool_it_announces_until_it_is_stopped() throws Exception {
        Process process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        file.toString(),
                        "--port",
                        "0")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader announcement = process.inputReader()) {
            List<String> curl = exampleIn(announcement);

            assertThat(curl)
                    .containsSubsequence(
                            "curl",
                            "-u",
                            "1example23456789:9bq0nf3sl2kd8t6vhm41a7rc5e",
                            "-d",
                            "grant_type=client_credentials");
            assertThat(Caller.send(asRequest(curl)).statusCode()).isEqualTo(200);
        } finally {
            process.destroy();
            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void names_a_taken_port_and_the_way_out() {
        try (LocalPool pool = LocalPool.start(Pools.orders())) {
            String port = String.valueOf(pool.uri().getPort());

            assertThat(run(file.toString(), "--port", port)).isEqualTo(1);
            assertThat(err.toString())
                    .isEqualToIgnoringNewLines(
                            "Port " + port + " of 127.0.0.1 is taken or not allowed: choose another with --port, or"
                                    + " --port 0 for any free one");
        }
    }

    @Test
    void refuses_a_port_that_there_is_not() {
        assertThat(run(file.toString(), "--port", "65536")).isEqualTo(2);
        assertThat(err.toString()).startsWith("65536 is no port: write one from 1 to 65535, or 0 for any free one");
    }

    @Test
    void lists_all_faults_of_a_definition() throws IOException {
        Files.writeString(file, "user-pool-id: nonsense\nclients: []\nsecrets: {}\n");

        assertThat(run(file.toString())).isEqualTo(2);
        assertThat(err.toString().lines())
                .hasSize(3)
                .allSatisfy(line -> assertThat(line).startsWith(file + ": "));
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void tells_that_there_is_no_such_file() {
        assertThat(run(folder.resolve("none.yaml").toString())).isEqualTo(2);
        assertThat(err.toString()).contains("none.yaml: there is no such file");
    }

    @Test
    void tells_that_a_file_cannot_be_read() {
        assertThat(run(folder.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("cannot be read");
    }

    @Test
    void shows_help() {
        assertThat(run("--help")).isZero();
        assertThat(out.toString()).contains("--port", "pool.yaml");
    }

    @Test
    void refuses_an_option_that_there_is_not() {
        assertThat(run("--nonsense")).isEqualTo(2);
        assertThat(err.toString()).contains("--nonsense");
    }

    private int run(String... arguments) {
        return new CommandLine(new Main())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }

    /** The words of the command whose answer the example hands to sed. */
    private static List<String> exampleIn(BufferedReader announcement) throws IOException {
        String token = "TOKEN=$(";
        for (String line = announcement.readLine(); line != null; line = announcement.readLine()) {
            String text = line.strip();
            if (text.startsWith(token)) {
                return List.of(
                        text.substring(token.length(), text.indexOf(" | sed ")).split(" "));
            }
            if (text.startsWith("Stop it")) {
                break;
            }
        }
        throw new AssertionError("The announcement ended without an example");
    }

    /** What curl would send for the announced command. */
    private static HttpRequest asRequest(List<String> curl) {
        String pair = curl.get(curl.indexOf("-u") + 1);
        return HttpRequest.newBuilder(URI.create(curl.get(curl.size() - 1)))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.US_ASCII)))
                .POST(BodyPublishers.ofString(curl.get(curl.indexOf("-d") + 1)))
                .build();
    }
}
