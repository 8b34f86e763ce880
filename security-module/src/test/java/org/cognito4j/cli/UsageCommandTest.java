package org.cognito4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.cognito4j.net.JsonText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The clock stands at GenuineTokens.NOW, 2026-11-22T10:00:00Z. */
class UsageCommandTest {

    private static final String API = "https://api.example.com";
    private static final String POOL = "eu-west-1_AbCdEfGhI";
    private static final String OLD = "2026-10-01T00:00:00Z";

    @TempDir
    private Path folder;

    private final List<Map<String, Object>> clients = new ArrayList<>();

    private Map<String, Object> client(String id, long calls, long unknown, Map<String, Long> scopes) {
        Map<String, Object> client = new LinkedHashMap<>();
        client.put("id", id);
        client.put("name", "Shop of " + id);
        client.put("pool", POOL);
        client.put("since", OLD);
        client.put("lastSeen", calls == 0 ? 0L : 1_790_000_000L);
        client.put("calls", calls);
        client.put("unknown", unknown);
        client.put("refused", Map.of());
        client.put("scopes", scopes);
        clients.add(client);
        return client;
    }

    private Path file(String name, String... servers) throws Exception {
        Path file = folder.resolve(name);
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("form", "cognito4j usage 1");
        content.put("application", "/" + name);
        content.put("written", "2026-11-22T09:59:00Z");
        content.put("resourceServers", List.of(servers));
        content.put("blind", List.of());
        content.put("clients", List.copyOf(clients));
        Files.writeString(file, JsonText.object(content));
        clients.clear();
        return file;
    }

    private static Run run(Path... files) {
        return Run.of(
                "",
                Stream.concat(Stream.of("usage"), Stream.of(files).map(Path::toString))
                        .toArray(String[]::new));
    }

    @Test
    void lists_what_clients_do_and_takes_unused_scopes_away() throws Exception {
        client("shop1", 128, 0, Map.of(API + "/read", 128L, API + "/write", 0L, API + "/delete", 0L));
        client("idle1", 0, 0, Map.of());
        client("bad1", 0, 0, Map.of()).put("refused", Map.of("token-expired", 3L));

        Run run = run(file("orders", API));

        assertThat(run.code()).isZero();
        assertThat(run.out())
                .contains("Application /orders, until 2026-11-22T09:59:00Z")
                .contains("Client            Calls   Unknown   Refused  Since                 Last request")
                .contains("Shop of shop1       128         0         0  2026-10-01T00:00:00Z  2026-09-21T14:13:20Z")
                .contains("refused:  token-expired, 3 times")
                .contains("never came: does it still need to be accepted?")
                .contains("needed:   " + API + "/read, 128 times")
                .contains("unused:   " + API + "/write")
                .contains("--user-pool-id 'eu-west-1_AbCdEfGhI' --client-id 'shop1'")
                .contains("jq --argjson unused '[\"" + API + "/delete\",\"" + API + "/write\"]'")
                .contains("allowed_oauth_scopes = setsubtract(")
                .contains("[\"" + API + "/delete\", \"" + API + "/read\", \"" + API + "/write\"],")
                .contains("clients that name the scope when they ask for a token");
        assertThat(run.out().split("update-user-pool-client", -1)).hasSize(2);
    }

    @Test
    void proposes_nothing_while_the_needs_of_one_call_are_unknown() throws Exception {
        client("shop1", 128, 1, Map.of(API + "/read", 127L, API + "/write", 0L));

        assertThat(run(file("orders", API)).out())
                .contains("perhaps unused: " + API + "/write (the needs of 1 calls are unknown)")
                .doesNotContain("update-user-pool-client", "setsubtract");
    }

    @Test
    void proposes_nothing_before_enough_days_have_passed() throws Exception {
        client("shop1", 128, 0, Map.of(API + "/write", 0L)).put("since", "2026-11-01T00:00:00Z");
        Path file = file("orders", API);

        assertThat(run(file).out()).contains("less than 30 days").doesNotContain("update-user-pool-client");
        assertThat(Run.of("", "usage", "--days", "21", file.toString()).out()).contains("update-user-pool-client");
    }

    @Test
    void proposes_nothing_where_no_resource_server_is_set_and_never_a_scope_of_another() throws Exception {
        client("shop1", 128, 0, Map.of(API + "/write", 0L));
        assertThat(run(file("orders")).out())
                .contains("cognito.resource-server is not set")
                .doesNotContain("update-user-pool-client");

        client("shop1", 128, 0, Map.of("other/write", 0L, API + "/write", 0L));
        assertThat(run(file("orders", API)).out())
                .contains("not judged: other/write, of another resource server")
                .contains("unused '[\"" + API + "/write\"]'");
    }

    @Test
    void adds_up_the_files_of_nodes_and_applications() throws Exception {
        client("shop1", 10, 0, Map.of(API + "/read", 10L, API + "/write", 0L));
        Path one = file("one", API);
        client("shop1", 5, 0, Map.of(API + "/read", 0L, API + "/write", 5L)).put("since", "2026-10-02T00:00:00Z");
        Path two = file("two", API);

        assertThat(run(one).out()).contains("unused:   " + API + "/write");
        assertThat(run(one, two, one).out())
                .contains("Shop of shop1        15         0         0  2026-10-02T00:00:00Z")
                .doesNotContain("unused:");
        client("shop1", 5, 1, Map.of());
        assertThat(run(one, file("three")).out()).contains("perhaps unused").doesNotContain("setsubtract");
    }

    @Test
    void answers_in_json_too() throws Exception {
        client("shop1", 128, 0, Map.of(API + "/read", 1L, API + "/write", 0L));

        Run run = Run.of("", "usage", "--json", file("orders", API).toString());

        assertThat(run.json()).containsOnlyKeys("clients", "unknown");
        assertThat(run.out()).contains("\"unused\":[\"" + API + "/write\"],\"perhapsUnused\":[],\"notJudged\":[]");
    }

    @Test
    void reports_a_file_that_is_none() throws Exception {
        Path other = Files.writeString(folder.resolve("other"), "hello");

        assertThat(run(other).code()).isEqualTo(1);
        assertThat(run(other).err()).contains("no figures file of cognito4j");
        assertThat(run(folder.resolve("missing")).code()).isEqualTo(1);
        assertThat(Run.of("", "usage").code()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"'; touch pwned; '", "a$(touch pwned)", "a`touch pwned`", "a b", "", "a\nb"})
    void prints_no_command_with_a_client_that_aws_cannot_have(String id) throws Exception {
        client(id, 128, 0, Map.of(API + "/write", 0L));

        assertThat(run(file("orders", API)).out()).doesNotContain("update-user-pool-client", "setsubtract");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$(touch${IFS}pwned)",
                "`touch${IFS}pwned`",
                "';touch${IFS}pwned;'",
                "%{if}${var.x}",
                "a$b*?~#&|<>!"
            })
    void hands_every_scope_to_the_shell_as_it_is(String name) throws Exception {
        String scope = API + "/" + name;
        client("shop1", 128, 0, Map.of(scope, 0L));
        String out = run(file("orders", API)).out();
        String command = out.substring(out.indexOf("    aws cognito-idp update"), out.indexOf("  Or with Terraform"));
        Path script = Files.writeString(
                folder.resolve("script"),
                "jq() { printf '%s' \"$3\" > unused; cat; }\naws() { [ $2 = describe-user-pool-client ] && echo '{}' || printf '%s'"
                        + " \"$6\" > sent; }\n" + command);
        Process shell = new ProcessBuilder("sh", script.toString())
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        assertThat(new String(shell.getInputStream().readAllBytes())).isEmpty();
        assertThat(shell.waitFor(20, TimeUnit.SECONDS)).isTrue();

        assertThat(folder.resolve("unused")).hasContent("[\"" + scope + "\"]");
        assertThat(folder.resolve("sent")).hasContent("{}");
        assertThat(folder.resolve("pwned")).doesNotExist();
        assertThat(out).contains("  [\"" + scope.replace("${", "$${").replace("%{", "%%{") + "\"]\n");
    }

    @Test
    void shows_no_character_that_a_terminal_would_obey() throws Exception {
        client("shop1", 1, 0, Map.of("x\u001b[2J", 0L)).put("name", "\u001b[31mShop\nFAKE\u202e");
        clients.get(0).put("refused", Map.of("\u0007", 1L));

        assertThat(run(file("orders", API)).out()).matches("[\\x20-\\x7E\\n]*").doesNotContain("\nFAKE");
    }
}
