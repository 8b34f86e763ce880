package org.cognito4j.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
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
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class ExplainCommandTest {

    private static final String TOKEN = GenuineTokens.text(Map.of());
    private static final String EXPIRED = GenuineTokens.text(Map.of("exp", "1"));

    @TempDir
    private Path folder;

    private FaultServer endpoint;

    @BeforeEach
    void start() throws IOException {
        endpoint = new FaultServer(Fault.ok(GenuineTokens.keySet().getBytes(UTF_8)));
    }

    @AfterEach
    void stop() throws IOException {
        endpoint.close();
    }

    @Test
    void tells_what_an_accepted_token_gives() throws Exception {
        Run run = explain(TOKEN);

        assertThat(run.out())
                .contains("pass  signature", "Roles:  orders.read orders.write", "Verdict: accepted.")
                .doesNotContain("FAIL");
        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
    }

    @Test
    void tells_the_rule_that_refuses_with_both_sides_and_its_setting() throws Exception {
        Run run = explain(EXPIRED);

        assertThat(run.out().lines())
                .containsSubsequence(
                        "FAIL  not-expired          exp = 1970-01-01T00:00:01Z -> token-expired, which decides",
                        "        expected: exp later than 2026-11-22T09:59:00Z, which is now less PT1M",
                        "        set by: cognito.clock-skew",
                        "Verdict: refused: token-expired. The token has expired; get a new one.",
                        "Causes and cures: docs/troubleshooting.md, token-expired");
        assertThat(run.code()).isEqualTo(1);
    }

    @Test
    void prints_json_for_scripts() throws Exception {
        Run run = explain(EXPIRED, "--json");

        assertThat(run.json())
                .containsEntry("verdict", "refused")
                .containsEntry("code", "token-expired")
                .containsEntry("userPool", GenuineTokens.POOL);
        assertThat((List<?>) run.json().get("rules"))
                .hasSize(27)
                .anySatisfy(rule -> assertThat(rule)
                        .isEqualTo(Map.of(
                                "rule",
                                "not-expired",
                                "result",
                                "failed",
                                "code",
                                "token-expired",
                                "expected",
                                "exp later than 2026-11-22T09:59:00Z, which is now less PT1M",
                                "actual",
                                "exp = 1970-01-01T00:00:01Z",
                                "settings",
                                List.of("cognito.clock-skew"))));
        assertThat(run.code()).isEqualTo(1);
    }

    @Test
    void says_whether_the_token_gives_a_role_and_what_would() throws Exception {
        Run given = explain(TOKEN, "--role", "orders.read");
        Run missing = explain(TOKEN, "--role=orders.delete");

        assertThat(given.out()).contains("pass  role                 \"orders.read\" is given");
        assertThat(given.code()).isZero();
        assertThat(missing.out())
                .contains(
                        "FAIL  role",
                        "a scope that would: https://api.example.com/orders.delete",
                        "insufficient-scope");
        assertThat(missing.code()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "explain %s",
                "doctor %s",
                "%s",
                "explain -%s",
                "explain --%s",
                "explain --json=%s",
                "explain --help=%s",
                "explain --config=%s",
                "explain --config=nowhere/%s.properties",
                "explain --config %s.war",
                "explain --role=%s",
                "explain --role Bearer%s",
                "explain -D%s",
                "explain @%s",
                "doctor --client %s",
                "doctor --role %s",
                "doctor --check-clients=%s",
                "doctor --json %s",
                "help %s",
                "--version=%s"
            })
    void never_repeats_a_token_that_was_given_as_an_argument(String line) {
        Run run = Run.of("", line.formatted(TOKEN).split(" "));

        for (String part : TOKEN.split("\\.")) {
            assertThat(run.all()).isNotEmpty().doesNotContain(part.substring(0, 12));
        }
        assertThat(run.code()).isEqualTo(2);
    }

    @Test
    void says_that_an_argument_is_no_place_for_a_token() {
        assertThat(Run.of("", "explain", TOKEN).err()).contains("read from standard input");
        assertThat(Run.of("", "explain", "--config").err()).contains("--config lacks its value");
        assertThat(Run.of("").err()).contains("explain, doctor, deny, allow or policy");
    }

    @Test
    void cannot_explain_without_a_token_or_with_wrong_settings() throws Exception {
        assertThat(explain("\r\n")).isEqualTo(new Run(2, "", """
                There is no token on standard input.
                See cognito4j explain --help.
                """));

        Path file = properties("cognito.user-pool-id=nothing", "cognito.client-idz=a");
        Run text = Run.of(TOKEN, "explain", "--config", file.toString());
        Run json = Run.of(TOKEN, "explain", "--config", file.toString(), "--json");
        assertThat(text.out()).contains("cognito.user-pool-id", "Did you mean cognito.client-ids?");
        assertThat(text.code()).isEqualTo(2);
        assertThat(json.json()).containsEntry("verdict", "settings-wrong");
        assertThat(json.code()).isEqualTo(2);
    }

    @Test
    void takes_the_token_as_it_is_but_for_the_end_of_the_line() throws Exception {
        assertThat(explain(TOKEN + "\r\n\n").code()).isZero();
        assertThat(explain("Bearer " + TOKEN).out())
                .contains("with the word Bearer before it -> token-malformed, which decides");
        assertThat(explain(" " + TOKEN).out()).contains("not base64url -> token-malformed");
    }

    @Test
    void explains_as_far_as_it_goes_where_keys_are_required_and_missing() throws Exception {
        endpoint.answer(Fault.status(503, new byte[0]));
        Path file = properties(settings("cognito.jwks.check-at-start=require"));

        Run good = Run.of(TOKEN, "explain", "--config", file.toString());
        Run expired = Run.of(EXPIRED, "explain", "--config", file.toString());

        assertThat(good.out())
                .contains(
                        "????  key                  keys are not available: HTTP status 503",
                        "pass  not-expired",
                        "Verdict: unavailable: keys-unavailable.");
        assertThat(good.code()).isEqualTo(1);
        assertThat(expired.out()).contains("Verdict: refused: token-expired.");
    }

    @Test
    void does_with_pinned_keys_where_the_endpoint_is_away() throws Exception {
        endpoint.close();
        Path keys = Files.writeString(folder.resolve("keys.json"), GenuineTokens.keySet());
        Files.setLastModifiedTime(keys, FileTime.from(GenuineTokens.NOW));

        Run run = Run.of(
                TOKEN,
                "explain",
                "--config",
                properties(settings("cognito.jwks-file=" + keys)).toString());

        assertThat(run.out()).contains("Verdict: accepted.");
    }

    @Test
    void sends_the_token_nowhere() throws Exception {
        explain(TOKEN);

        assertThat(endpoint.requests()).isNotEmpty().allSatisfy(request -> {
            assertThat(request.line()).isEqualTo("GET /jwks.json HTTP/1.1");
            for (String part : TOKEN.split("\\.")) {
                assertThat(request.headers().toString()).doesNotContain(part);
            }
        });
    }

    @Test
    void shows_neither_the_signature_nor_anything_that_acts_on_a_terminal() throws Exception {
        String name = "\"\\u001b[2J\\r\\n\\u009b31m\\u202e\"";
        String token = GenuineTokens.text(Map.of("client_id", name, "sub", name, "scope", name));

        for (Run run : List.of(explain(token), explain(token, "--json"))) {
            assertThat(run.all()).matches("[ -~\n]*").contains("u001b[2J");
            assertThat(run.all()).doesNotContain(token.split("\\.")[2].substring(0, 20));
        }
    }

    @Test
    void colours_its_own_words_on_a_terminal_alone() throws Exception {
        Path file = properties(settings(""));

        assertThat(explain(TOKEN).all()).doesNotContain("\u001b");
        assertThat(Run.inColours(TOKEN, "explain", "--config", file.toString()).out())
                .contains("\u001b[32mpass\u001b[0m  signature", "\u001b[32maccepted\u001b[0m");
    }

    @Test
    void reads_the_settings_of_a_war_and_names_those_of_the_pool() throws Exception {
        Path war = folder.resolve("app.war");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(war))) {
            put(zip, "WEB-INF/classes/META-INF/microprofile-config.properties", """
                    cognito.pool.shop.user-pool-id=eu-west-1_AbCdEfGhI
                    cognito.pool.shop.client-ids=another
                    """);
            put(zip, "WEB-INF/web.xml", """
                    <!DOCTYPE web-app [<!ENTITY secret SYSTEM "file:///etc/passwd">]>
                    <web-app>
                      <context-param><param-name>other</param-name><param-value>x</param-value></context-param>
                      <context-param>
                        <description>where keys are</description>
                        <param-name>cognito.pool.shop.jwks-uri</param-name>
                        <param-value>%s</param-value>
                      </context-param>
                      <context-param>
                        <param-name>cognito.pool.shop.client-ids</param-name><param-value>ours</param-value>
                      </context-param>
                      <context-param>
                        <param-name>cognito.allow-loopback-http</param-name><param-value>true</param-value>
                      </context-param>
                    </web-app>
                    """.formatted(endpoint.address("/jwks.json")));
        }

        Run run = Run.of(TOKEN, "explain", "--config", war.toString());

        assertThat(run.out())
                .contains(
                        "-> wrong-client, which decides",
                        "expected: client_id among \"another\"",
                        "set by: cognito.pool.shop.client-ids");
    }

    @Test
    void finds_the_keys_that_are_pinned_inside_a_war() throws Exception {
        endpoint.answer(Fault.status(503, new byte[0]));
        Path war = folder.resolve("PINNED.WAR");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(war))) {
            put(zip, "WEB-INF/classes/keys/pool.json", GenuineTokens.keySet());
            put(
                    zip,
                    "WEB-INF/classes/META-INF/microprofile-config.properties",
                    String.join("\n", settings("cognito.jwks-file=classpath:/keys/pool.json")));
        }

        assertThat(Run.of(TOKEN, "explain", "--config", war.toString()).out()).contains("Verdict: accepted.");
    }

    private static void put(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        OutputStream out = zip;
        out.write(text.getBytes(UTF_8));
        zip.closeEntry();
    }

    private Run explain(String input, String... options) throws IOException {
        String[] arguments = new String[options.length + 3];
        arguments[0] = "explain";
        arguments[1] = "--config";
        arguments[2] = properties(settings("")).toString();
        System.arraycopy(options, 0, arguments, 3, options.length);
        return Run.of(input, arguments);
    }

    private String[] settings(String another) {
        return new String[] {
            "cognito.user-pool-id=" + GenuineTokens.POOL,
            "cognito.client-ids=" + GenuineTokens.CLIENT,
            "cognito.resource-server=https://api.example.com",
            "cognito.jwks-uri=" + endpoint.address("/jwks.json"),
            "cognito.allow-loopback-http=true",
            "cognito.jwks.timeout=PT30S",
            another
        };
    }

    private Path properties(String... lines) throws IOException {
        return Files.write(folder.resolve("app.properties"), List.of(lines));
    }
}
