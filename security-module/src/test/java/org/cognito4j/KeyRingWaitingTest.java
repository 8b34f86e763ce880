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
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.cognito4j.KeyRing.Lookup;
import org.cognito4j.KeyRing.Lookup.Found;
import org.cognito4j.KeyRing.Lookup.Unavailable;
import org.cognito4j.net.RefreshThread;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** With real threads and a publisher that answers when it is let. */
@Timeout(10)
class KeyRingWaitingTest {

    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch mayAnswer = new CountDownLatch(1);
    private final AtomicInteger fetches = new AtomicInteger();
    private final ExecutorService callers = Executors.newFixedThreadPool(50);
    private final KeyRing ring = new KeyRing(
            RingUnderTest.POOL,
            publisher(),
            KeySnapshot.EMPTY,
            new RefreshPolicy(RingUnderTest.TIMES, () -> 0.5),
            RefreshThread.named("ring under test"),
            InstantSource.system(),
            System::nanoTime);

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
            assertThat(answer.get(5, TimeUnit.SECONDS)).isInstanceOf(Found.class);
        }
        assertThat(fetches).hasValue(1);
    }

    @Test
    void closing_ends_the_wait_of_all_callers_at_once() throws Exception {
        CompletableFuture<Lookup> answer = CompletableFuture.supplyAsync(() -> ring.keyFor("one"), callers);
        asked.await();
        ring.close();
        assertThat(answer.get(1, TimeUnit.SECONDS)).isInstanceOf(Unavailable.class);
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
        refresh.get(5, TimeUnit.SECONDS);
    }

    private KeySetSource publisher() {
        return new KeySetSource() {
            @Override
            public Fetched fetch(Duration timeout) throws KeySetUnavailable {
                fetches.incrementAndGet();
                asked.countDown();
                awaitQuietly(mayAnswer);
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
