package org.cognito4j.net;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.Authenticator;
import java.net.PasswordAuthentication;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.Supplier;
import org.cognito4j.fault.Fault;
import org.cognito4j.fault.FaultServer;
import org.cognito4j.fault.LoopbackProxy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class ProxyLoginTest {

    private static final Duration LONG = Duration.ofSeconds(50);
    private static final Duration SHORT = Duration.ofMillis(300);

    private final ProxySelector selectorBefore = ProxySelector.getDefault();
    private final Authenticator authenticatorBefore = Authenticator.getDefault();
    private final BoundedExchange exchange = new BoundedExchange(100, status -> true);
    private FaultServer server;
    private LoopbackProxy proxy;
    private volatile boolean direct;

    @BeforeEach
    void start() throws IOException {
        server = new FaultServer(Fault.ok("hello".getBytes(UTF_8)));
        proxy = new LoopbackProxy();
        proxy.require("app", "right");
        ProxySelector chosen = proxy.selector();
        select(address -> direct ? List.of(Proxy.NO_PROXY) : chosen.select(address));
    }

    @AfterEach
    void stop() throws IOException {
        ProxySelector.setDefault(selectorBefore);
        Authenticator.setDefault(authenticatorBefore);
        exchange.close();
        proxy.close();
        server.close();
    }

    @Test
    void sends_the_credentials_of_the_default_authenticator() throws Exception {
        List<String> asked = new CopyOnWriteArrayList<>();
        Authenticator.setDefault(new Authenticator() {
            @Override
            protected PasswordAuthentication getPasswordAuthentication() {
                asked.add(getRequestorType() + " " + getRequestingHost() + ":" + getRequestingPort() + " "
                        + getRequestingPrompt() + " " + getRequestingScheme() + " " + getRequestingURL());
                return new PasswordAuthentication("app", "right".toCharArray());
            }
        });

        assertThat(get(LONG).body()).asString(UTF_8).isEqualTo("hello");
        assertThat(asked).containsExactly("PROXY 127.0.0.1:" + proxy.port() + " corp Basic " + server.address("/"));
    }

    @Test
    void sends_accepted_credentials_with_the_next_request_at_once() throws Exception {
        login("right");
        get(LONG);
        get(LONG);

        assertThat(proxy.requests()).hasSize(3);
        assertThat(server.requests()).hasSize(2);
    }

    @Test
    void asks_again_when_credentials_are_no_longer_accepted() throws Exception {
        login("right");
        get(LONG);
        proxy.require("app", "new");
        login("new");

        assertThat(get(LONG).status()).isEqualTo(200);
    }

    @Test
    void shows_the_credentials_to_no_server() throws Exception {
        login("right");
        get(LONG);
        direct = true;
        get(LONG);

        assertThat(proxy.requests()).hasSize(2);
        assertThat(server.requests())
                .hasSize(2)
                .allSatisfy(request -> assertThat(request.headers()).noneMatch(line -> line.startsWith("Proxy-")));
    }

    @Test
    void asks_nothing_of_the_authenticator_for_a_server_that_answers_407() throws Exception {
        direct = true;
        server.answer(Fault.status(407, new byte[0], "Proxy-Authenticate: Basic realm=\"trap\""));
        login("right");

        assertThat(get(LONG).status()).isEqualTo(407);
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void keeps_the_authorization_of_the_request() throws Exception {
        login("right");
        exchange.send(
                HttpRequest.newBuilder(server.address("/"))
                        .header("Authorization", "Basic secret")
                        .build(),
                LONG);

        assertThat(server.requests().get(0).headers()).contains("Authorization: Basic secret");
    }

    @Test
    void names_the_cure_where_there_are_no_credentials() {
        Authenticator.setDefault(null);
        assertThat(refusal(LONG)).isEqualTo(ProxyRefusal.CREDENTIALS_MISSING);

        authenticate(() -> null);
        assertThat(refusal(LONG)).isEqualTo(ProxyRefusal.CREDENTIALS_MISSING);
    }

    @Test
    void takes_an_authenticator_that_throws_for_one_without_credentials() {
        authenticate(() -> {
            throw new IllegalStateException();
        });
        assertThat(refusal(LONG)).isEqualTo(ProxyRefusal.CREDENTIALS_MISSING);

        authenticate(() -> {
            throw new StackOverflowError();
        });
        assertThat(refusal(LONG)).isEqualTo(ProxyRefusal.CREDENTIALS_MISSING);
    }

    @Test
    void waits_for_an_authenticator_until_the_deadline_and_heals() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        authenticate(() -> {
            awaitUninterrupted(never);
            return null;
        });
        ProxyLogin login = new ProxyLogin(System::nanoTime);
        HttpRequest request = HttpRequest.newBuilder(server.address("/")).build();
        List<String> challenge = List.of("Basic realm=\"corp\"");

        assertThat(catchThrowableOfType(ProxyLogin.Refused.class, () -> login.answer(request, challenge, in(SHORT)))
                        .refusal())
                .isEqualTo(ProxyRefusal.CREDENTIALS_MISSING);

        login("right");
        assertThat(login.answer(request, challenge, in(LONG))
                        .orElseThrow()
                        .headers()
                        .map())
                .containsKey("Proxy-Authorization");
    }

    @Test
    void sends_refused_credentials_again_only_after_a_minute() throws Exception {
        AtomicLong now = new AtomicLong();
        ProxyLogin login = new ProxyLogin(now::get);
        HttpRequest request = HttpRequest.newBuilder(server.address("/")).build();
        List<String> challenge = List.of("Basic realm=\"corp\"");
        login("wrong");
        HttpRequest answered = login.answer(request, challenge, in(LONG)).orElseThrow();
        catchThrowableOfType(ProxyLogin.Refused.class, () -> login.conclude(answered, false));

        now.set(Duration.ofMinutes(1).toNanos() - 1);
        assertThat(catchThrowableOfType(ProxyLogin.Refused.class, () -> login.answer(request, challenge, in(LONG)))
                        .refusal())
                .isEqualTo(ProxyRefusal.CREDENTIALS_REFUSED);
        now.incrementAndGet();
        assertThat(login.answer(request, challenge, in(LONG))).contains(answered);
    }

    @Test
    void names_the_cure_where_credentials_are_refused_and_does_not_repeat_them() {
        login("wrong");
        assertThat(refusal(LONG)).isEqualTo(ProxyRefusal.CREDENTIALS_REFUSED);
        assertThat(refusal(LONG)).isEqualTo(ProxyRefusal.CREDENTIALS_REFUSED);

        assertThat(proxy.requests())
                .filteredOn(head -> head.contains("Proxy-Authorization"))
                .hasSize(1);
        assertThat(server.requests()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Negotiate", "NTLM", "Digest realm=\"Basic\", nonce=\"x\"", "BasicPlus realm=\"x\""})
    void names_the_cure_for_a_proxy_that_does_not_take_basic(String challenge) {
        login("right");
        proxy.challenge(challenge);

        assertThat(refusal(LONG)).isEqualTo(ProxyRefusal.SCHEME_UNSUPPORTED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"basic", "Negotiate, Basic realm=\"corp\"", "Digest realm=\"x\", nonce=\"y\", BASIC"})
    void finds_basic_among_schemes(String challenge) throws Exception {
        login("right");
        proxy.challenge(challenge);

        assertThat(get(LONG).status()).isEqualTo(200);
    }

    /** The JDK's own default; the tests run without the switch that changes it. */
    @Test
    void names_the_switch_that_the_jdk_needs_for_a_tunnel() {
        login("right");
        URI https = URI.create("https://localhost:1/");

        BoundedExchange.Failed failure = catchThrowableOfType(
                BoundedExchange.Failed.class,
                () -> exchange.send(HttpRequest.newBuilder(https).build(), LONG));

        assertThat(failure.proxyRefusal()).hasValue(ProxyRefusal.BASIC_DISABLED);
        assertThat(failure).hasMessageContaining("-Djdk.http.auth.tunneling.disabledSchemes=");
        assertThat(proxy.requests()).hasSize(1);
    }

    @Test
    void ends_in_time_where_the_proxy_hangs_and_fails_where_it_closes() {
        proxy.answer(Fault.silence());
        assertThat(failure("http", SHORT)).hasMessage("no complete answer in time");
        assertThat(failure("https", SHORT)).hasMessage("no complete answer in time");

        proxy.answer(connection -> connection.shutdownOutput()); // half-closed, and then closed
        assertThat(failure("http", LONG)).hasMessageStartingWith("no answer (");
        assertThat(failure("https", LONG)).hasMessageStartingWith("no answer (");

        proxy.answer(Fault.headersOnly(407, "Proxy-Authenticate: Basic realm=\"corp\""));
        assertThat(failure("http", SHORT)).hasMessage("no complete answer in time");

        proxy.answer(Fault.status(502, new byte[0]));
        assertThat(failure("https", LONG)).hasMessageStartingWith("no answer (");
    }

    @Test
    void fails_where_a_proxy_selector_throws() {
        select(address -> {
            throw new IllegalStateException();
        });

        assertThat(failure("http", LONG)).hasMessage("no answer (IllegalStateException)");
    }

    @Test
    void closes_while_a_proxy_selector_hangs() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        CountDownLatch asked = new CountDownLatch(1);
        select(address -> {
            asked.countDown();
            awaitUninterrupted(never);
            return List.of(Proxy.NO_PROXY);
        });
        CompletableFuture<Throwable> failure = new CompletableFuture<>();
        new Thread(() -> failure.complete(catchThrowable(() -> get(LONG)))).start();
        asked.await();

        exchange.close(); // waits for nothing

        never.countDown();
        assertThat(failure.get(50, TimeUnit.SECONDS)).isInstanceOf(BoundedExchange.Failed.class);
    }

    private static void awaitUninterrupted(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void select(Function<URI, List<Proxy>> choice) {
        ProxySelector.setDefault(new ProxySelector() {
            @Override
            public List<Proxy> select(URI address) {
                return choice.apply(address);
            }

            @Override
            public void connectFailed(URI address, SocketAddress proxy, IOException failure) {}
        });
    }

    private BoundedExchange.Failed failure(String scheme, Duration deadline) {
        URI address = URI.create(server.address("/").toString().replace("http:", scheme + ":"));
        return catchThrowableOfType(
                BoundedExchange.Failed.class,
                () -> exchange.send(HttpRequest.newBuilder(address).build(), deadline)
                        .body());
    }

    private ProxyRefusal refusal(Duration deadline) {
        return catchThrowableOfType(BoundedExchange.Failed.class, () -> get(deadline))
                .proxyRefusal()
                .orElseThrow();
    }

    private BoundedExchange.Answer get(Duration deadline) throws BoundedExchange.Failed {
        return exchange.send(HttpRequest.newBuilder(server.address("/")).build(), deadline);
    }

    private static long in(Duration patience) {
        return System.nanoTime() + patience.toNanos();
    }

    private static void login(String password) {
        authenticate(() -> new PasswordAuthentication("app", password.toCharArray()));
    }

    private static void authenticate(Supplier<PasswordAuthentication> credentials) {
        Authenticator.setDefault(new Authenticator() {
            @Override
            protected PasswordAuthentication getPasswordAuthentication() {
                return credentials.get();
            }
        });
    }
}
