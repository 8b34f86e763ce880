package org.cognito4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.cognito4j.KeyRing.Lookup;
import org.cognito4j.KeyRing.Lookup.Found;
import org.cognito4j.KeyRing.Lookup.Unavailable;
import org.cognito4j.net.DaemonRefreshThread;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** With real threads and a publisher that answers when it is let. */
@Timeout(60)
class KeyRingWaitingTest {

    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch mayAnswer = new CountDownLatch(1);
    private final AtomicBoolean hangs = new AtomicBoolean();
    private final AtomicInteger fetches = new AtomicInteger();
    private final ExecutorService callers = Executors.newFixedThreadPool(50);
    private final KeyRing ring = ring(Duration.ofSeconds(50));

    @AfterEach
    void close() {
        ring.close();
        callers.shutdownNow();
    }

    @Test
    void fifty_cold_callers_wait_for_one_fetch() throws Exception {
        List<CompletableFuture<Lookup>> answers = IntStream.range(0, 50)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> ring.keyFor("one"), callers))
                .toList();
        asked.await();
        mayAnswer.countDown();
        for (CompletableFuture<Lookup> answer : answers) {
            assertThat(answer.get(50, TimeUnit.SECONDS)).isInstanceOf(Found.class);
        }
        assertThat(fetches).hasValue(1);
    }

    @Test
    void closing_ends_the_wait_of_all_callers_at_once() throws Exception {
        CompletableFuture<Lookup> answer = CompletableFuture.supplyAsync(() -> ring.keyFor("one"), callers);
        asked.await();
        ring.close();
        assertThat(answer.get(20, TimeUnit.SECONDS)).isInstanceOf(Unavailable.class);
        assertThat(ring.keyFor("one")).isInstanceOf(Unavailable.class);
        assertThat(fetches).hasValue(1);
    }

    @Test
    void an_interrupted_caller_gets_no_verdict_and_stays_interrupted() throws Exception {
        Thread.currentThread().interrupt();
        assertThat(ring.keyFor("one")).isInstanceOf(Unavailable.class);
        assertThat(Thread.interrupted()).isTrue();
        mayAnswer.countDown();
    }

    @Test
    void an_interrupted_caller_is_not_told_that_the_key_is_unknown() {
        mayAnswer.countDown();
        assertThat(ring.keyFor("one")).isInstanceOf(Found.class);
        hangs.set(true);
        Thread.currentThread().interrupt();
        assertThat(ring.keyFor("two")).isInstanceOf(Unavailable.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void nobody_is_told_that_a_key_is_unknown_while_the_publisher_hangs() {
        try (KeyRing impatient = ring(Duration.ofMillis(1))) {
            impatient.start();
            mayAnswer.countDown();
            while (impatient.knownKey("one").isEmpty()) {
                RingUnderTest.yieldUnlessOvertime();
            }
            hangs.set(true);
            assertThat(impatient.keyFor("two")).isInstanceOf(Unavailable.class);
        }
    }

    @Test
    void a_start_waits_for_its_fetch() throws Exception {
        ring.start();
        CompletableFuture<Optional<String>> failure = new CompletableFuture<>();
        Thread starter = new Thread(() -> failure.complete(ring.awaitStart()));
        starter.start();
        while (starter.getState() != Thread.State.TIMED_WAITING && !failure.isDone()) {
            RingUnderTest.yieldUnlessOvertime();
        }
        assertThat(failure).isNotDone();
        mayAnswer.countDown();
        assertThat(failure.get(50, TimeUnit.SECONDS)).isEmpty();
    }

    @Test
    void a_start_does_not_wait_longer_than_a_fetch_may_take() {
        try (KeyRing impatient = ring(Duration.ofMillis(1))) {
            impatient.start();
            assertThat(impatient.awaitStart()).contains("no complete answer in time");
        }
    }

    @Test
    void a_known_key_never_waits_for_a_fetch() throws Exception {
        RingUnderTest test = RingUnderTest.withKeys();
        CountDownLatch known = new CountDownLatch(1);
        CountDownLatch fetching = new CountDownLatch(1);
        test.publisher.behave(timeout -> {
            fetching.countDown();
            awaitQuietly(known);
            throw new KeySetUnavailable("enough");
        });
        CompletableFuture<Void> refresh =
                CompletableFuture.runAsync(() -> test.time.pass(Duration.ofMinutes(5)), callers);
        fetching.await();
        assertThat(test.ring.knownKey("one")).isPresent();
        known.countDown();
        refresh.get(50, TimeUnit.SECONDS);
    }

    private KeyRing ring(Duration fetchTimeout) {
        KeyTimes times = new KeyTimes(Duration.ofMinutes(5), Duration.ofDays(1), fetchTimeout);
        return new KeyRing(
                RingUnderTest.POOL,
                publisher(),
                KeySnapshot.EMPTY,
                new RefreshPolicy(times, () -> 0.5),
                new DaemonRefreshThread("ring under test"),
                InstantSource.system(),
                System::nanoTime);
    }

    private KeySetSource publisher() {
        return new KeySetSource() {
            @Override
            public Fetched fetch(Duration timeout) throws KeySetUnavailable {
                fetches.incrementAndGet();
                asked.countDown();
                awaitQuietly(hangs.get() ? new CountDownLatch(1) : mayAnswer);
                return ScriptedPublisher.keySet(Optional.empty(), "one");
            }

            @Override
            public void close() {}
        };
    }

    private static void awaitQuietly(CountDownLatch latch) throws KeySetUnavailable {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new KeySetUnavailable("interrupted");
        }
    }
}
