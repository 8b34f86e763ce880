package org.cognito4j.config;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.cognito4j.InvalidSettings;
import org.cognito4j.SettingFault;
import org.cognito4j.VerifierSettings;
import org.cognito4j.net.RefreshThread;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A policy at an address is taken when it is whole and right; whatever else the server does leaves the last good one. */
class PolicyAddressTest {

    private static final String DENIAL = "cognito.clients.\"abc\".denied=true\n";

    @TempDir
    private Path folder;

    private final List<List<VerifierSettings>> taken = new ArrayList<>();
    private final List<String> conditions = new CopyOnWriteArrayList<>();
    private final CountDownLatch end = new CountDownLatch(1);
    private HttpServer server;
    private volatile Answer answer = Answer.ok(PolicyEnds.marked(""));

    /** What the server does next. */
    private record Answer(int status, Map<String, String> headers, byte[] body) {

        static Answer ok(String text) {
            return new Answer(200, Map.of("ETag", "\"" + text.hashCode() + "\""), text.getBytes(UTF_8));
        }

        static Answer of(int status, Map<String, String> headers) {
            return new Answer(status, headers, new byte[0]);
        }
    }

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::handle);
        server.start();
    }

    @AfterEach
    void stop() {
        end.countDown();
        server.stop(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        Answer now = answer;
        String condition = exchange.getRequestHeaders().getFirst("If-None-Match");
        conditions.add(condition == null ? "" : condition);
        now.headers().forEach(exchange.getResponseHeaders()::set);
        boolean isSame = condition != null && condition.equals(now.headers().get("ETag"));
        if (isSame || now.body().length == 0) {
            exchange.sendResponseHeaders(isSame ? 304 : now.status(), -1);
        } else {
            exchange.sendResponseHeaders(now.status(), now.body().length);
            exchange.getResponseBody().write(now.body());
        }
        exchange.close();
    }

    @Test
    void decides_before_all_other_places_at_the_start_and_changes_while_it_runs() {
        answer = Answer.ok(PolicyEnds.marked(DENIAL));
        ServiceSettings settings = ServiceSettingsReader.read(base(Map.of()));
        assertThat(settings.pools().get(0).deniesClient("abc")).isTrue();
        PolicyWatch watch = watch(settings);

        answer = Answer.ok(PolicyEnds.marked(""));
        watch.look();

        assertThat(taken).hasSize(1);
        assertThat(taken.get(0).get(0).deniesClient("abc")).isFalse();
        assertThat(watch.problem()).isEmpty();
    }

    @Test
    void asks_for_what_has_changed_alone() {
        PolicyWatch watch = watch(ServiceSettingsReader.read(base(Map.of())));
        String tag = answer.headers().get("ETag");
        watch.look();
        answer = Answer.of(500, Map.of());
        watch.look();
        answer = Answer.ok(PolicyEnds.marked(""));
        watch.look();
        watch.look();

        assertThat(conditions).containsExactly("", tag, tag, "", tag);
        assertThat(taken).isEmpty();
        assertThat(watch.problem()).isEmpty();
    }

    /** A policy that the server says is the same since it was refused is still refused; one without last line takes two looks. */
    @Test
    void a_304_stands_for_the_bytes_before() {
        answer = Answer.ok("");
        PolicyWatch watch = watch(ServiceSettingsReader.read(base(Map.of())));
        answer = Answer.ok("cognito.x=1\n");
        watch.look();
        watch.look();
        assertThat(watch.problem()).startsWith("is faulty");
        watch.look();
        assertThat(watch.problem()).startsWith("is faulty");
        assertThat(taken).isEmpty();

        answer = Answer.ok(DENIAL);
        watch.look();
        assertThat(taken).isEmpty();
        watch.look();
        assertThat(taken).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "404 | HTTP status 404",
                "500 | HTTP status 500",
                "302 | no redirect is followed",
                "304 | HTTP status 304",
                "204 | HTTP status 204"
            })
    void another_status_leaves_the_last_good_policy(int status, String problem) {
        answer = Answer.ok(PolicyEnds.marked(DENIAL));
        PolicyWatch watch = watch(ServiceSettingsReader.read(base(Map.of())));

        // without the tag of before a 304 answers nothing that was asked
        answer = Answer.of(500, Map.of());
        watch.look();
        answer = Answer.of(status, status == 302 ? Map.of("Location", address() + "other") : Map.of());
        watch.look();

        assertThat(watch.problem()).contains(problem);
        assertThat(taken).isEmpty();
        answer = Answer.ok(PolicyEnds.marked(""));
        watch.look();
        assertThat(taken).hasSize(1);
        assertThat(watch.problem()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"cognito.x=1\n", "cognito.clients.\"abc\".denied=perhaps\n", "cognito.clock-skew=PT0S\n"})
    void a_faulty_policy_leaves_the_last_good_one(String text) {
        PolicyWatch watch = watch(ServiceSettingsReader.read(base(Map.of())));

        answer = Answer.ok(PolicyEnds.marked(text));
        watch.look();

        assertThat(watch.problem()).startsWith("is faulty");
        assertThat(taken).isEmpty();
    }

    @Test
    void half_a_policy_and_one_that_is_too_long_leave_the_last_good_one() {
        PolicyWatch watch = watch(ServiceSettingsReader.read(base(Map.of())));
        String whole = PolicyEnds.marked(DENIAL + DENIAL.replace("abc", "def"));

        for (int length = 0; length < whole.length() - 1; length += 7) {
            answer = Answer.ok(whole.substring(0, length));
            watch.look();
            watch.look();
            assertThat(watch.problem()).as("%d bytes", length).isNotEmpty();
        }
        answer = new Answer(200, Map.of(), new byte[PolicyOrigin.MOST_BYTES + 1]);
        watch.look();
        assertThat(watch.problem()).contains("larger than");
        answer = new Answer(200, Map.of("Content-Encoding", "gzip"), new byte[10]);
        watch.look();
        assertThat(watch.problem()).contains("compressed");

        assertThat(taken).isEmpty();
    }

    @Test
    void a_server_that_does_not_answer_leaves_the_last_good_policy() throws Exception {
        AddressOrigin origin =
                new AddressOrigin(URI.create(address()), "", false, Duration.ofSeconds(30), Duration.ofMillis(200));
        server.removeContext("/");
        server.createContext("/", exchange -> {
            try {
                end.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            exchange.close();
        });

        PolicyOrigin.Unreadable failure = catchThrowableOfType(PolicyOrigin.Unreadable.class, () -> origin.load(false));

        assertThat(failure).hasMessageContaining("no complete answer in time");
    }

    @Test
    void a_server_that_is_gone_leaves_the_last_good_policy() {
        PolicyWatch watch = watch(ServiceSettingsReader.read(base(Map.of())));

        server.stop(0);
        watch.look();

        assertThat(watch.problem()).contains("cannot be fetched (no answer (ConnectException))");
        assertThat(taken).isEmpty();
    }

    @Test
    void an_address_without_a_policy_ends_the_deployment() {
        answer = Answer.of(404, Map.of());
        assertFault("cognito.policy-url", "HTTP status 404", Map.of());
        answer = Answer.ok(PolicyEnds.marked(DENIAL).replace("abc", "abd"));
        assertFault("cognito.policy-url", "half written", Map.of());
        answer = Answer.ok(PolicyEnds.marked("cognito.clock-skew=PT0S\n"));
        assertFault("cognito.clock-skew", "It needs a restart", Map.of());
    }

    @Test
    void an_address_that_is_none_ends_the_deployment() {
        assertFault("cognito.policy-url", "https", Map.of("cognito.policy-url", "http://policy.example.com/p"));
        assertFault("cognito.policy-url", "https", Map.of("cognito.policy-url", "https://u:p@policy.example.com/p"));
        assertFault("cognito.policy-url", "plain http", Map.of("cognito.allow-loopback-http", "false"));
        assertFault("cognito.policy-interval", "PT1S", Map.of("cognito.policy-interval", "PT0.9S"));
    }

    @Test
    void two_places_of_policy_end_the_deployment() throws Exception {
        Path file = Files.writeString(folder.resolve("p"), "");

        assertFault("cognito.policy-url", "beside cognito.policy-file", Map.of("cognito.policy-file", file.toString()));
    }

    @Test
    void a_setting_of_addresses_beside_a_file_ends_the_deployment() throws Exception {
        Path file = Files.writeString(folder.resolve("p"), "");
        Map<String, String> onlyFile = Map.of("cognito.policy-file", file.toString(), "cognito.policy-url", "");

        assertFault("cognito.policy-copy", "no effect", with(onlyFile, "cognito.policy-copy", folder + "/copy"));
        assertFault("cognito.policy-interval", "no effect", with(onlyFile, "cognito.policy-interval", "PT5S"));
    }

    @Test
    void keeps_a_copy_that_the_owner_alone_may_read_and_starts_with_it_while_the_address_does_not_answer()
            throws Exception {
        Path copy = folder.resolve("copy.properties");
        Map<String, String> withCopy = Map.of("cognito.policy-copy", copy.toString());
        PolicyWatch first = watch(ServiceSettingsReader.read(base(withCopy)));
        first.look();
        assertThat(Files.readString(copy)).isEqualTo(PolicyEnds.marked(""));
        answer = Answer.ok(PolicyEnds.marked(DENIAL));
        first.look();
        assertThat(Files.readString(copy)).isEqualTo(PolicyEnds.marked(DENIAL));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(copy)))
                .isEqualTo("rw-------");
        assertThat(folder.toFile().list()).containsExactly("copy.properties");

        answer = Answer.of(503, Map.of());
        ServiceSettings settings = ServiceSettingsReader.read(base(withCopy));
        assertThat(settings.pools().get(0).deniesClient("abc")).isTrue();
        taken.clear();
        PolicyWatch second = watch(settings);
        second.start();
        assertThat(second.problem()).contains("copy of an earlier policy").contains("HTTP status 503");
        second.look();
        assertThat(second.problem()).contains("HTTP status 503");

        answer = Answer.ok(PolicyEnds.marked(""));
        second.look();
        assertThat(second.problem()).isEmpty();
        assertThat(taken.get(0).get(0).deniesClient("abc")).isFalse();
    }

    @Test
    void starts_with_the_copy_while_the_address_has_a_faulty_policy() throws Exception {
        Path copy = folder.resolve("copy.properties");
        Files.writeString(copy, PolicyEnds.marked(DENIAL));
        answer = Answer.ok(PolicyEnds.marked("cognito.x=1\n"));

        ServiceSettings settings = ServiceSettingsReader.read(base(Map.of("cognito.policy-copy", copy.toString())));

        assertThat(settings.pools().get(0).deniesClient("abc")).isTrue();
        PolicyWatch watch = watch(settings);
        watch.start();
        watch.look();
        assertThat(watch.problem()).contains("cognito.x");
        assertThat(Files.readString(copy)).isEqualTo(PolicyEnds.marked(DENIAL));
    }

    @Test
    void a_copy_that_cannot_be_used_ends_the_deployment_with_both_reasons() throws Exception {
        Path copy = folder.resolve("copy.properties");
        answer = Answer.of(503, Map.of());
        Map<String, String> withCopy = Map.of("cognito.policy-copy", copy.toString());
        assertFault("cognito.policy-copy", "NoSuchFileException", withCopy);
        assertFault("cognito.policy-url", "HTTP status 503", withCopy);
        Files.writeString(copy, PolicyEnds.marked(DENIAL).replace("abc", "abd"));
        assertFault("cognito.policy-copy", "half written", withCopy);
        assertFault(
                "cognito.policy-copy",
                "folder does not exist",
                Map.of("cognito.policy-copy", folder.resolve("none/copy").toString()));
    }

    @Test
    void a_copy_that_cannot_be_written_changes_nothing() throws Exception {
        Path copy = Files.createDirectory(folder.resolve("copy"));
        Files.createFile(copy.resolve("full"));
        PolicyWatch watch = watch(ServiceSettingsReader.read(base(Map.of("cognito.policy-copy", copy.toString()))));

        answer = Answer.ok(PolicyEnds.marked(DENIAL));
        watch.look();

        assertThat(taken.get(0).get(0).deniesClient("abc")).isTrue();
        assertThat(watch.problem()).isEmpty();
    }

    @Test
    void names_an_address_without_its_query() {
        ServiceSettings settings =
                ServiceSettingsReader.read(base(Map.of("cognito.policy-url", address() + "p?signature=secret")));

        assertThat(settings.changingPolicy().orElseThrow().name()).endsWith("/p");
        answer = Answer.of(404, Map.of());
        InvalidSettings refusal = catchThrowableOfType(
                InvalidSettings.class,
                () -> ServiceSettingsReader.read(base(Map.of("cognito.policy-url", address() + "p?signature=secret"))));
        assertThat(refusal.getMessage()).doesNotContain("secret");
    }

    private void assertFault(String setting, String text, Map<String, String> more) {
        InvalidSettings refusal =
                catchThrowableOfType(InvalidSettings.class, () -> ServiceSettingsReader.read(base(more)));
        assertThat(refusal).as(setting).isNotNull();
        assertThat(refusal.faults()).extracting(SettingFault::setting).contains(setting);
        assertThat(refusal).hasMessageContaining(text);
    }

    private PolicyWatch watch(ServiceSettings settings) {
        return new PolicyWatch(
                settings.changingPolicy().orElseThrow(), taken::add, new PolicyEventList(), new NoThread());
    }

    private Configuration base(Map<String, String> more) {
        Map<String, String> texts = new HashMap<>(Map.of(
                "cognito.policy-url", address(),
                "cognito.allow-loopback-http", "true",
                "cognito.user-pool-id", "eu-west-1_AbCdEfGhI",
                "cognito.client-ids", "abc,def"));
        texts.putAll(more);
        texts.values().removeIf(String::isEmpty);
        return Configuration.of(List.of(ConfigurationSource.of("base", texts)));
    }

    private static Map<String, String> with(Map<String, String> texts, String key, String text) {
        Map<String, String> more = new HashMap<>(texts);
        more.put(key, text);
        return more;
    }

    private String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
    }

    /** The test looks itself. */
    private static final class NoThread implements RefreshThread {

        @Override
        public void runAfter(Duration delay, Runnable task) {}

        @Override
        public void close() {}
    }
}
