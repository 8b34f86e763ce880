package org.cognito4j.client;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.cognito4j.fault.Fault;
import org.cognito4j.fault.FaultServer;
import org.cognito4j.net.DaemonRefreshThread;
import org.cognito4j.net.RefreshThread;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every seam of the caller's side to the outside: each throws, hangs and is slow, at the first request and with a token in hand, with real
 * threads and a real server. Calls end meanwhile, and the fault leaves nothing behind when it is over.
 */
@Timeout(120)
class TokenSeamFaultTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(2);
    private static final Duration IN_TIME = Duration.ofSeconds(30);
    private static final Runnable NONE = () -> {};

    private final AtomicLong elapsed = new AtomicLong();
    private final AtomicInteger granted = new AtomicInteger();
    private final Map<String, Seam> seams = new ConcurrentHashMap<>();
    private final Logger logger = Logger.getLogger("org.cognito4j.client");
    private final Level levelBefore = logger.getLevel();
    private final Handler handler = new FaultyHandler();
    private volatile boolean hanging;
    private FaultServer server;
    private TokenSource source;

    /** A place where foreign code is called. */
    private static final class Seam {

        private volatile Runnable fault = NONE;

        void pass() {
            fault.run();
        }
    }

    /** What foreign code does. */
    private enum Kind {
        THROWS_AN_ERROR,
        THROWS,
        HANGS,
        IS_SLOW
    }

    @BeforeEach
    void start() throws Exception {
        server = new FaultServer(connection -> {
            seam("endpoint").pass();
            String answer = "{\"access_token\":\"token-" + granted.incrementAndGet()
                    + "\",\"expires_in\":3600,\"token_type\":\"Bearer\"}";
            Fault.ok(answer.getBytes(UTF_8)).play(connection);
        });
        logger.addHandler(handler);
        logger.setLevel(Level.ALL);
        ClientSettings settings = new ClientSettingsBuilder()
                .tokenEndpoint(server.address("/oauth2/token"))
                .allowLoopbackHttp(true)
                .clientId("billing")
                .secret(() -> {
                    seam("supplier").pass();
                    return "first-secret-of-billing";
                })
                .store(new FaultyStore())
                .timeout(TIMEOUT)
                .build();
        source = new TokenSource(
                settings,
                new FaultyThread(),
                () -> {
                    seam("clock").pass();
                    return Instant.parse("2026-11-22T12:00:00Z").plusNanos(elapsed.get());
                },
                () -> System.nanoTime() + elapsed.get());
    }

    @AfterEach
    void stop() throws Exception {
        logger.removeHandler(handler);
        logger.setLevel(levelBefore);
        source.close();
        server.close();
    }

    static Stream<Arguments> faults() {
        return Stream.of("thread", "clock", "log handler", "store", "supplier", "endpoint")
                .flatMap(seam -> Stream.of(Kind.values()).map(kind -> arguments(seam, kind)));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("faults")
    void calls_end_and_there_is_a_token_again(String name, Kind kind) throws Exception {
        boolean answered = !name.equals("clock") || kind != Kind.HANGS; // by which each caller looks
        hanging = kind == Kind.HANGS;
        CountDownLatch end = new CountDownLatch(1);
        seam(name).fault = fault(kind, end);
        CompletableFuture<String> first = ask();
        if (answered) {
            assertEnds(first);
        }
        seam(name).fault = NONE;
        end.countDown();
        String held = assertHeals();

        CountDownLatch secondEnd = new CountDownLatch(1);
        seam(name).fault = fault(kind, secondEnd);
        pass(Duration.ofMinutes(50)); // the renewal is due
        for (int i = 0; i < 3; i++) {
            CompletableFuture<String> known = ask();
            if (!name.equals("clock")) {
                assertThat(known.get(IN_TIME.toSeconds(), TimeUnit.SECONDS)).startsWith("token-");
            }
            pass(Duration.ofSeconds(1));
        }
        pass(Duration.ofMinutes(15)); // past the end of the token
        CompletableFuture<String> late = ask();
        if (answered) {
            assertEnds(late);
        }
        seam(name).fault = NONE;
        secondEnd.countDown();
        assertThat(assertHeals()).isNotEqualTo(held);

        CompletableFuture.runAsync(source::close).get(IN_TIME.toSeconds(), TimeUnit.SECONDS);
    }

    /** With a token or with a failure. */
    private static void assertEnds(CompletableFuture<String> call) throws Exception {
        call.handle((token, failure) -> true).get(IN_TIME.toSeconds(), TimeUnit.SECONDS);
    }

    /** Within a few tries, between which time passes, as it does for callers who come again. */
    private String assertHeals() throws Exception {
        Throwable last = null;
        for (int tries = 0; tries < 10; tries++) {
            pass(Duration.ofSeconds(75));
            try {
                return ask().get(IN_TIME.toSeconds(), TimeUnit.SECONDS);
            } catch (ExecutionException e) {
                last = e;
            }
        }
        throw new AssertionError(source.statistics().toString(), last);
    }

    private Seam seam(String name) {
        return seams.computeIfAbsent(name, any -> new Seam());
    }

    private static Runnable fault(Kind kind, CountDownLatch end) {
        return switch (kind) {
            case THROWS_AN_ERROR ->
                () -> {
                    throw new OutOfMemoryError("unable to create native thread");
                };
            case THROWS ->
                () -> {
                    throw new RejectedExecutionException("no");
                };
            case HANGS -> () -> await(end, Duration.ofSeconds(100));
            case IS_SLOW -> () -> await(end, Duration.ofMillis(20));
        };
    }

    private static void await(CountDownLatch end, Duration most) {
        try {
            if (end.await(most.toNanos(), TimeUnit.NANOSECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void pass(Duration time) {
        elapsed.addAndGet(time.toNanos());
    }

    /** On a thread of its own, as a server's worker is. */
    private CompletableFuture<String> ask() {
        CompletableFuture<String> answer = new CompletableFuture<>();
        Thread worker = new Thread(() -> {
            try {
                answer.complete(source.token());
            } catch (Throwable failure) {
                answer.completeExceptionally(failure);
            }
        });
        worker.setDaemon(true);
        worker.start();
        return answer;
    }

    /** The thread that asks; where it hangs, so do its tasks. */
    private final class FaultyThread implements RefreshThread {

        private final RefreshThread real = new DaemonRefreshThread("cognito4j-token-under-fault");

        @Override
        public void runAfter(Duration delay, Runnable task) {
            if (hanging) {
                real.runAfter(delay, () -> {
                    seam("thread").pass();
                    task.run();
                });
            } else {
                seam("thread").pass();
                real.runAfter(delay, task);
            }
        }

        @Override
        public void restart() {
            real.restart();
        }

        @Override
        public void close() {
            real.close();
        }
    }

    private final class FaultyStore implements TokenStore {

        private final Map<String, StoredToken> stored = new ConcurrentHashMap<>();
        private final Map<String, String> claims = new ConcurrentHashMap<>();

        @Override
        public Optional<StoredToken> read(String key) {
            seam("store").pass();
            return Optional.ofNullable(stored.get(key));
        }

        @Override
        public void write(String key, StoredToken token) {
            seam("store").pass();
            stored.put(key, token);
        }

        @Override
        public boolean claim(String key, String node, Duration lease) {
            seam("store").pass();
            return claims.merge(key, node, (held, wanted) -> held).equals(node);
        }

        @Override
        public void release(String key, String node) {
            seam("store").pass();
            claims.remove(key, node);
        }
    }

    private final class FaultyHandler extends Handler {

        @Override
        public void publish(LogRecord entry) {
            seam("log handler").pass();
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
