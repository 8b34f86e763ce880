package org.cognito4j.net;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.ServerSocket;
import java.net.SocketAddress;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import org.cognito4j.fault.Fault;
import org.cognito4j.fault.FaultServer;
import org.cognito4j.fault.LoopbackProxy;
import org.cognito4j.fault.SelfSigned;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every seam between a request for keys or tokens and the server: each throws, hangs and is slow, at the first request and at a later
 * one. The request ends in time, the next one after the fault is answered, and nothing needs a restart. Names are resolved on the
 * threads of the executor, so that a resolver that hangs or is slow is the executor's row.
 */
@Timeout(120)
class ExchangeFaultTest {

    private static final Duration SHORT = Duration.ofMillis(400);
    private static final Duration LONG = Duration.ofSeconds(50);

    @TempDir
    private static Path folder;

    private static SelfSigned identity;

    private final SSLContext contextBefore = defaultContext();
    private final ProxySelector selectorBefore = ProxySelector.getDefault();
    private final List<AutoCloseable> opened = new ArrayList<>();
    private final CountDownLatch end = new CountDownLatch(1);
    private volatile ThreadFactory factory = ExchangeFaultTest::thread;
    private volatile Function<URI, List<Proxy>> selection = address -> List.of(Proxy.NO_PROXY);
    private FaultServer server;
    private HttpsServer tls;
    private boolean started;
    private BoundedExchange exchange;

    /** Begins a fault, and returns the address to ask meanwhile. */
    private interface Injection {

        URI begin(ExchangeFaultTest test) throws Exception;
    }

    @BeforeAll
    static void certify() throws Exception {
        identity = SelfSigned.in(folder);
    }

    @BeforeEach
    void start() throws Exception {
        server = new FaultServer(Fault.ok("hello".getBytes(UTF_8)));
        tls = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        tls.setHttpsConfigurator(new HttpsConfigurator(identity.ofServer()));
        tls.createContext("/", answer -> {
            answer.sendResponseHeaders(200, 5);
            answer.getResponseBody().write("hello".getBytes(UTF_8));
            answer.close();
        });
        ProxySelector.setDefault(new ProxySelector() {
            @Override
            public List<Proxy> select(URI address) {
                return selection.apply(address);
            }

            @Override
            public void connectFailed(URI address, SocketAddress proxy, IOException failure) {}
        });
        exchange = new BoundedExchange(100, status -> true, new EndingClient(task -> factory.newThread(task)));
    }

    @AfterEach
    void stop() throws Exception {
        end.countDown();
        exchange.close();
        for (AutoCloseable each : opened) {
            each.close();
        }
        server.close();
        tls.stop(0);
        ProxySelector.setDefault(selectorBefore);
        SSLContext.setDefault(contextBefore);
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                fault(
                        "executor",
                        "throws an OutOfMemoryError",
                        test -> test.threads(task -> {
                            throw new OutOfMemoryError("unable to create native thread");
                        })),
                fault("executor", "rejects", test -> test.threads(task -> null)),
                fault(
                        "executor",
                        "hangs",
                        test -> test.threads(task -> thread(() -> {
                            test.awaitEnd();
                            task.run();
                        }))),
                fault("DNS", "throws", test -> URI.create("https://" + "a".repeat(64) + ".example/")),
                fault("socket", "throws: refused", test -> URI.create("http://127.0.0.1:" + closedPort() + "/")),
                fault("socket", "throws: reset", test -> test.answer(Fault.reset())),
                fault("socket", "throws: closed", test -> test.answer(connection -> {})),
                fault("socket", "throws: cut off", test -> test.answer(Fault.cutOff("hello".getBytes(UTF_8)))),
                fault("socket", "hangs: silence", test -> test.answer(Fault.silence())),
                fault("socket", "hangs: no body", test -> test.answer(Fault.headersOnly(200))),
                fault("socket", "hangs: not accepted", ExchangeFaultTest::fullBacklog),
                fault(
                        "proxy",
                        "throws: selector",
                        test -> test.select(address -> {
                            throw new IllegalStateException();
                        })),
                fault(
                        "proxy",
                        "throws: selector, an Error",
                        test -> test.select(address -> {
                            throw new StackOverflowError();
                        })),
                fault("proxy", "throws: closed", test -> test.proxied(connection -> {})),
                fault(
                        "proxy",
                        "hangs: selector",
                        test -> test.select(address -> {
                            test.awaitEnd();
                            return List.of(Proxy.NO_PROXY);
                        })),
                fault("proxy", "hangs: silence", test -> test.proxied(Fault.silence())),
                fault("TLS", "throws: not trusted", test -> test.secure("localhost")),
                fault("TLS", "hangs", test -> {
                    test.server.answer(Fault.silence());
                    return URI.create(test.server.address("/").toString().replace("http:", "https:"));
                }));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("faults")
    void a_request_ends_in_time_and_the_next_is_answered(String seam, String kind, Injection fault) throws Exception {
        for (boolean warm : new boolean[] {false, true}) {
            if (warm) {
                assertThat(status(healthy())).isEqualTo(200);
            }
            URI address = fault.begin(this);
            long begun = System.nanoTime();
            Throwable failure =
                    catchThrowable(() -> exchange.send(request(address), SHORT).body());
            if (!warm || !seam.equals("executor")) { // which has idle threads then
                assertThat(failure).as("failure, warm: %s", warm).isInstanceOf(BoundedExchange.Failed.class);
            }
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(10));

            recover();
            assertThat(status(healthy())).as("after it, warm: %s", warm).isEqualTo(200);
        }
    }

    static Stream<Arguments> slowness() {
        return Stream.of(
                fault(
                        "executor",
                        "is slow",
                        test -> test.threads(task -> thread(() -> {
                            test.awaitEnd(50);
                            task.run();
                        }))),
                fault(
                        "socket",
                        "is slow",
                        test -> test.answer(
                                connection -> Fault.drippingBody("hello".getBytes(UTF_8), Duration.ofMillis(10))
                                        .play(connection))),
                fault(
                        "proxy",
                        "is slow: selector",
                        test -> test.select(address -> {
                            test.awaitEnd(50);
                            return List.of(Proxy.NO_PROXY);
                        })),
                fault("proxy", "is slow: tunnel", test -> {
                    LoopbackProxy proxy = new LoopbackProxy();
                    test.opened.add(proxy);
                    test.select(address -> {
                        test.awaitEnd(50);
                        return proxy.selector().select(address);
                    });
                    SSLContext.setDefault(identity.trusting());
                    return test.secure("localhost");
                }),
                fault("TLS", "is slow", test -> {
                    SSLContext.setDefault(identity.trusting());
                    test.tls.setExecutor(task -> thread(() -> {
                                test.awaitEnd(50);
                                task.run();
                            })
                            .start());
                    return test.secure("localhost");
                }));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("slowness")
    void a_request_that_takes_long_is_answered(String seam, String kind, Injection fault) throws Exception {
        assertThat(status(fault.begin(this))).isEqualTo(200);
    }

    /** On JDK 25 an executor that rejects once leaves the JDK's client without its selector. */
    @Test
    void a_client_that_is_dead_for_ever_is_replaced() throws Exception {
        for (int survivors = 0; survivors < 6; survivors++) {
            int last = survivors;
            AtomicInteger made = new AtomicInteger();
            threads(task -> made.getAndIncrement() < last ? thread(task) : null);
            catchThrowable(() -> exchange.send(request(healthy()), SHORT));
            catchThrowable(() -> exchange.send(request(healthy()), SHORT));

            recover();
            catchThrowable(() -> exchange.send(request(healthy()), SHORT)); // threads of before may still be missing
            assertThat(status(healthy())).isEqualTo(200);
        }
    }

    private void recover() throws Exception {
        factory = ExchangeFaultTest::thread;
        selection = address -> List.of(Proxy.NO_PROXY);
        server.answer(Fault.ok("hello".getBytes(UTF_8)));
    }

    private URI healthy() {
        return server.address("/");
    }

    private int status(URI address) throws BoundedExchange.Failed {
        return exchange.send(request(address), LONG).status();
    }

    private static HttpRequest request(URI address) {
        return HttpRequest.newBuilder(address).build();
    }

    private URI threads(ThreadFactory faulty) {
        factory = faulty;
        return healthy();
    }

    private URI answer(Fault fault) {
        server.answer(fault);
        return healthy();
    }

    private URI select(Function<URI, List<Proxy>> faulty) {
        selection = faulty;
        return healthy();
    }

    private URI proxied(Fault fault) throws IOException {
        LoopbackProxy proxy = new LoopbackProxy();
        opened.add(proxy);
        proxy.answer(fault);
        return select(proxy.selector()::select);
    }

    private URI secure(String host) {
        if (!started) {
            tls.start();
            started = true;
        }
        return URI.create("https://" + host + ":" + tls.getAddress().getPort() + "/");
    }

    private static int closedPort() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }

    /** The system takes no further connection for a port whose queue is full. */
    private URI fullBacklog() throws IOException {
        ServerSocket full = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        opened.add(full);
        for (int i = 0; i < 8; i++) {
            SocketChannel waiting = SocketChannel.open();
            opened.add(waiting);
            waiting.configureBlocking(false);
            waiting.connect(full.getLocalSocketAddress());
        }
        return URI.create("http://127.0.0.1:" + full.getLocalPort() + "/");
    }

    private void awaitEnd() {
        awaitEnd(100_000);
    }

    private void awaitEnd(long millis) {
        try {
            if (end.await(millis, TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Arguments fault(String seam, String kind, Injection injection) {
        return arguments(seam, kind, injection);
    }

    private static Thread thread(Runnable task) {
        return DetachedThread.of(task, "faulty");
    }

    private static SSLContext defaultContext() {
        try {
            return SSLContext.getDefault();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
