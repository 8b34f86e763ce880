package org.cognito4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.cognito4j.fault.Fault;
import org.cognito4j.fault.FaultServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class KeySetFetcherTest {

    private static final byte[] GOOD = KeySets.of("one");
    private static final byte[] NOTHING = {};
    private static final Duration SHORT = Duration.ofMillis(300);
    private static final Duration LONG = Duration.ofSeconds(10);

    private FaultServer server;
    private FaultServer other;
    private KeySetFetcher fetcher;

    @BeforeEach
    void start() throws IOException {
        server = new FaultServer(Fault.ok(GOOD));
        other = new FaultServer(Fault.ok(KeySets.of("other")));
        fetcher = fetching(server.address("/jwks.json"));
    }

    @AfterEach
    void stop() throws IOException {
        fetcher.close();
        server.close();
        other.close();
    }

    @Test
    void fetches_keys_and_their_freshness() throws Exception {
        server.answer(Fault.ok(GOOD, "Cache-Control: public, max-age=90"));
        KeySetSource.Fetched fetched = fetcher.fetch(LONG);
        assertThat(fetched.keys()).containsOnlyKeys("one");
        assertThat(fetched.maxAge()).contains(Duration.ofSeconds(90));
    }

    @Test
    void asks_for_json_and_for_no_compression() throws Exception {
        fetcher.fetch(LONG);
        FaultServer.Request request = server.requests().get(0);
        assertThat(request.line()).isEqualTo("GET /jwks.json HTTP/1.1");
        assertThat(request.headers())
                .contains("Accept: application/json")
                .noneMatch(line -> line.regionMatches(true, 0, "accept-encoding", 0, 15));
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void follows_no_redirect(int status) {
        server.answer(Fault.redirect(status, other.address("/jwks.json").toString()));
        assertThat(failure(LONG)).hasMessage("HTTP status " + status);
        assertThat(other.requests()).isEmpty();
        server.answer(Fault.redirect(status, "/elsewhere"));
        assertThat(failure(LONG)).hasMessage("HTTP status " + status);
        // A loop.
        server.answer(Fault.redirect(status, "/jwks.json"));
        assertThat(failure(LONG)).hasMessage("HTTP status " + status);
        assertThat(server.requests()).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(ints = {204, 206, 304, 400, 401, 403, 404, 429, 500, 502, 503})
    void takes_keys_from_no_other_status_than_200(int status) {
        server.answer(Fault.status(status, status == 204 || status == 304 ? NOTHING : GOOD));
        assertThat(failure(LONG)).hasMessage("HTTP status " + status);
    }

    @Test
    void passes_on_when_to_ask_again_without_waiting_for_the_body() {
        server.answer(Fault.headersOnly(503, "Retry-After: 7"));
        KeySetUnavailable failure = failure(LONG);
        assertThat(failure).hasMessage("HTTP status 503");
        assertThat(failure.retryAfter()).contains(Duration.ofSeconds(7));
    }

    static Stream<Arguments> slowAnswers() {
        byte[] answer = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}".getBytes(StandardCharsets.US_ASCII);
        return Stream.of(
                Arguments.of("silence", Fault.silence()),
                Arguments.of("no body", Fault.headersOnly(200)),
                Arguments.of("dripping headers", Fault.dripping(answer, Duration.ofMillis(50))),
                Arguments.of("dripping body", Fault.drippingBody(GOOD, Duration.ofMillis(50))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("slowAnswers")
    void gives_up_at_the_deadline(String name, Fault slow) {
        server.answer(slow);
        long start = System.nanoTime();
        assertThat(failure(SHORT)).hasMessageContaining("no ");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(LONG);
        awaitNoConnection();
    }

    static Stream<Arguments> largeAnswers() throws IOException {
        byte[] large = Arrays.copyOf(GOOD, 256 * 1024 + 1);
        Arrays.fill(large, GOOD.length, large.length, (byte) ' ');
        return Stream.of(
                Arguments.of("one byte too long", Fault.ok(large), "larger than 262144 bytes"),
                Arguments.of("endless", Fault.endless(), "larger than 262144 bytes"),
                Arguments.of("gzip bomb", Fault.gzipBomb(64), "compressed"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("largeAnswers")
    void gives_up_on_what_is_too_large(String name, Fault large, String message) {
        server.answer(large);
        assertThat(failure(LONG)).hasMessageContaining(message);
        awaitNoConnection();
    }

    /** The JDK's client puts an end to them at 384 KiB, and reads no further, but keeps the connection. */
    @Test
    void gives_up_on_endless_headers() {
        server.answer(Fault.endlessHeaders());
        assertThat(failure(LONG)).hasMessage("no answer (ProtocolException)");
    }

    @Test
    void takes_what_is_just_small_enough() throws Exception {
        byte[] large = Arrays.copyOf(GOOD, 256 * 1024);
        Arrays.fill(large, GOOD.length, large.length, (byte) ' ');
        server.answer(Fault.ok(large, "Content-Encoding: identity"));
        assertThat(fetcher.fetch(LONG).keys()).containsOnlyKeys("one");
    }

    static Stream<Arguments> poison() {
        String good = KeySets.member("one", ScriptedPublisher.KEY);
        return Stream.of(
                Arguments.of("nothing", NOTHING),
                Arguments.of("empty set", KeySets.ofMembers()),
                Arguments.of("no set", bytes("{}")),
                Arguments.of("html", bytes("<html>Welcome to the hotel</html>")),
                Arguments.of("two answers", bytes(new String(GOOD, StandardCharsets.UTF_8) + "{}")),
                Arguments.of("duplicate kids", KeySets.ofMembers(good, good)),
                Arguments.of("only a foreign key", KeySets.ofMembers("{\"kty\":\"EC\",\"kid\":\"one\"}")),
                Arguments.of("a null", bytes("{\"keys\":null}")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("poison")
    void takes_nothing_from_a_poisoned_answer(String name, byte[] body) {
        server.answer(Fault.ok(body));
        assertThat(failure(LONG)).isNotNull();
    }

    @Test
    void one_odd_member_does_not_void_the_good_ones() throws Exception {
        server.answer(Fault.ok(KeySets.ofMembers(
                "42", "{\"kty\":\"EC\",\"kid\":\"odd\"}", KeySets.member("one", ScriptedPublisher.KEY))));
        assertThat(fetcher.fetch(LONG).keys()).containsOnlyKeys("one");
    }

    static Stream<Arguments> brokenAnswers() {
        return Stream.of(
                Arguments.of("reset", Fault.reset()),
                Arguments.of("cut off", Fault.cutOff(GOOD)),
                Arguments.of("no HTTP", Fault.raw("SSH-2.0-OpenSSH_9.2\r\n")),
                Arguments.of("closed", Fault.raw("")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("brokenAnswers")
    void a_broken_answer_is_none(String name, Fault broken) {
        server.answer(broken);
        assertThat(failure(LONG)).hasMessageStartingWith("no answer");
    }

    @Test
    void a_refused_connection_is_no_answer() throws IOException {
        server.close();
        assertThat(failure(LONG)).hasMessage("no answer (ConnectException)");
    }

    @Test
    void asks_the_next_address_where_one_fails() throws Exception {
        server.answer(Fault.status(500, NOTHING));
        KeySetFetcher both = fetching(server.address("/a"), other.address("/b"));
        assertThat(both.fetch(LONG).keys()).containsOnlyKeys("other");
    }

    @Test
    void an_address_that_hangs_leaves_time_for_the_next() throws Exception {
        server.answer(Fault.silence());
        KeySetFetcher both = fetching(server.address("/a"), other.address("/b"));
        assertThat(both.fetch(Duration.ofSeconds(4)).keys()).containsOnlyKeys("other");
    }

    @Test
    void the_last_address_gets_all_the_time_that_is_left() {
        server.answer(Fault.silence());
        other.answer(Fault.silence());
        fetcher = fetching(server.address("/a"), other.address("/b"));
        long start = System.nanoTime();
        assertThat(failure(SHORT)).isNotNull();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(SHORT);
    }

    @Test
    void stays_with_the_address_that_answered() throws Exception {
        server.answer(Fault.status(500, NOTHING));
        KeySetFetcher both = fetching(server.address("/a"), other.address("/b"));
        both.fetch(LONG);
        both.fetch(LONG);
        assertThat(server.requests()).hasSize(1);
        assertThat(other.requests()).hasSize(2);
    }

    @Test
    void returns_to_the_first_address_where_the_second_fails() throws Exception {
        server.answer(Fault.inTurn(Fault.status(500, NOTHING), Fault.ok(GOOD)));
        KeySetFetcher both = fetching(server.address("/a"), other.address("/b"));
        both.fetch(LONG);
        other.answer(Fault.ok(KeySets.ofMembers()));
        assertThat(both.fetch(LONG).keys()).containsOnlyKeys("one");
    }

    @Test
    void goes_through_the_proxy_of_the_jdk() throws Exception {
        ProxySelector before = ProxySelector.getDefault();
        ProxySelector.setDefault(to(other.address("/")));
        try {
            assertThat(fetching(URI.create("http://keys.example/jwks.json"))
                            .fetch(LONG)
                            .keys())
                    .containsOnlyKeys("other");
        } finally {
            ProxySelector.setDefault(before);
        }
        assertThat(other.requests().get(0).line()).isEqualTo("GET http://keys.example/jwks.json HTTP/1.1");
    }

    @Test
    void fetches_nothing_once_it_is_closed() {
        fetcher.close();
        assertThat(failure(LONG)).hasMessageStartingWith("no answer");
        assertThat(server.requests()).isEmpty();
    }

    private KeySetFetcher fetching(URI... addresses) {
        return new KeySetFetcher(List.of(addresses));
    }

    private KeySetUnavailable failure(Duration timeout) {
        return catchThrowableOfType(KeySetUnavailable.class, () -> fetcher.fetch(timeout));
    }

    /** What is given up is closed, not left to drip on. */
    private void awaitNoConnection() {
        while (server.openConnections() > 0) {
            RingUnderTest.yieldUnlessOvertime();
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static ProxySelector to(URI proxy) {
        return new ProxySelector() {
            @Override
            public List<Proxy> select(URI uri) {
                return List.of(new Proxy(Proxy.Type.HTTP, new InetSocketAddress(proxy.getHost(), proxy.getPort())));
            }

            @Override
            public void connectFailed(URI uri, SocketAddress address, IOException failure) {}
        };
    }
}
