package org.cognito4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.cognito4j.KeyRing.Lookup;
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
 * Every seam of a verifier's keys to the outside: each throws, hangs and is slow, at the first fetch and with keys in hand, with real
 * threads and a real server. Callers are answered meanwhile, and the fault leaves nothing behind when it is over.
 */
@Timeout(120)
class KeySeamFaultTest {

    private static final KeyTimes TIMES =
            new KeyTimes(Duration.ofMinutes(5), Duration.ofDays(1), Duration.ofSeconds(2));
    private static final Duration IN_TIME = Duration.ofSeconds(25);
    private static final Runnable NONE = () -> {};

    private final AtomicLong elapsed = new AtomicLong();
    private final Seam thread = new Seam();
    private final Seam clock = new Seam();
    private final Seam listener = new Seam();
    private final Seam log = new Seam();
    private final Seam publisher = new Seam();
    private final Logger logger = Logger.getLogger("org.cognito4j.keys");
    private final Level levelBefore = logger.getLevel();
    private final Handler handler = new FaultyHandler();
    private volatile boolean hanging;
    private volatile String[] published = {"one"};
    private FaultServer server;
    private KeyRing ring;

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
            publisher.pass();
            Fault.ok(KeySets.of(published)).play(connection);
        });
        logger.addHandler(handler);
        logger.setLevel(Level.ALL);
        ring = new KeyRing(
                RingUnderTest.POOL,
                new ObservedKeySource(
                        new KeySetFetcher(List.of(server.address("/jwks.json"))),
                        RingUnderTest.POOL,
                        new FaultyListener()),
                KeySnapshot.EMPTY,
                new RefreshPolicy(TIMES, () -> 0.5),
                new FaultyThread(),
                (InstantSource) () -> {
                    clock.pass();
                    return Instant.parse("2026-11-22T12:00:00Z").plusNanos(elapsed.get());
                },
                () -> System.nanoTime() + elapsed.get());
    }

    @AfterEach
    void stop() throws Exception {
        logger.removeHandler(handler);
        logger.setLevel(levelBefore);
        server.close();
    }

    static Stream<Arguments> faults() {
        return Stream.of("thread", "clock", "listener", "log handler", "publisher")
                .flatMap(seam -> Stream.of(Kind.values()).map(kind -> arguments(seam, kind)));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("faults")
    void callers_are_answered_and_the_keys_heal(String name, Kind kind) throws Exception {
        Seam seam = seam(name);
        hanging = kind == Kind.HANGS;
        CountDownLatch end = new CountDownLatch(1);
        seam.fault = fault(kind, end);
        CompletableFuture<Lookup> first = ask(() -> ring.keyFor("one"));
        if (!name.equals("clock") || kind == Kind.IS_SLOW) { // by which each caller looks
            assertThat(first.get(IN_TIME.toSeconds(), TimeUnit.SECONDS)).isNotNull();
        }
        seam.fault = NONE;
        end.countDown();
        assertHeals("one");

        CountDownLatch secondEnd = new CountDownLatch(1);
        published = new String[] {"two"};
        seam.fault = fault(kind, secondEnd);
        pass(Duration.ofMinutes(5).plusMillis(1)); // the refresh is due
        for (int i = 0; i < 3; i++) {
            CompletableFuture<Lookup> known = ask(() -> ring.keyFor("one"));
            if (!name.equals("clock") || kind == Kind.IS_SLOW) {
                assertThat(known.get(IN_TIME.toSeconds(), TimeUnit.SECONDS)).isNotNull();
            }
            pass(Duration.ofSeconds(1));
        }
        seam.fault = NONE;
        secondEnd.countDown();
        assertHeals("two");
        assertThat(ring.knownKey("one")).isEmpty();

        CompletableFuture.runAsync(ring::close).get(IN_TIME.toSeconds(), TimeUnit.SECONDS);
    }

    /** Within a few tries, between which time passes, as it does for callers who come again. */
    private void assertHeals(String key) throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        for (int tries = 0; tries < 10; tries++) {
            pass(Duration.ofSeconds(2));
            long begun = System.nanoTime();
            while (System.nanoTime() - begun
                    < TIMES.fetchTimeout().plusSeconds(1).toNanos()) {
                if (ask(() -> ring.keyFor(key)).get(IN_TIME.toSeconds(), TimeUnit.SECONDS) instanceof Lookup.Found) {
                    return;
                }
                await(never, Duration.ofMillis(20)); // a fetch takes real time
            }
        }
        throw new AssertionError(key + " is not found again: " + ring.state());
    }

    private Seam seam(String name) {
        return switch (name) {
            case "thread" -> thread;
            case "clock" -> clock;
            case "listener" -> listener;
            case "log handler" -> log;
            case "publisher" -> publisher;
            default -> throw new IllegalArgumentException(name);
        };
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
            case IS_SLOW -> () -> await(end, Duration.ofMillis(50));
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
    private static CompletableFuture<Lookup> ask(Supplier<Lookup> question) {
        CompletableFuture<Lookup> answer = new CompletableFuture<>();
        Thread worker = new Thread(() -> {
            try {
                answer.complete(question.get());
            } catch (Throwable failure) {
                answer.completeExceptionally(failure);
            }
        });
        worker.setDaemon(true);
        worker.start();
        return answer;
    }

    /** The thread that fetches; where starting it hangs, its tasks wait for the end of the fault. */
    private final class FaultyThread implements RefreshThread {

        private final RefreshThread real = new DaemonRefreshThread("cognito4j-keys-under-fault");

        @Override
        public void runAfter(Duration delay, Runnable task) {
            if (hanging) {
                real.runAfter(delay, () -> {
                    thread.pass();
                    task.run();
                });
            } else {
                thread.pass();
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

    private final class FaultyListener implements KeyListener {

        @Override
        public void refreshed(UserPool userPool, int keys, Duration took) {
            listener.pass();
        }

        @Override
        public void failed(UserPool userPool, String cause, Duration took) {
            listener.pass();
        }
    }

    private final class FaultyHandler extends Handler {

        @Override
        public void publish(LogRecord entry) {
            log.pass();
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
