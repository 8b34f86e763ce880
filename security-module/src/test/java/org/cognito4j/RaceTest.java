package org.cognito4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.cognito4j.Verification.Accepted;
import org.cognito4j.Verification.Rejected;
import org.cognito4j.Verification.Unavailable;
import org.cognito4j.net.RefreshThread;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Keys change hands, and verifiers are closed, while tokens are being verified. */
class RaceTest {

    private static final int CALLERS = 4;
    private static final int SWAPS = 5_000;
    private static final int CLOSINGS = 100;

    private final TestPool pool = TestPool.create();
    private final RSAPublicKey first = (RSAPublicKey) TestKeys.rsa("first").getPublic();
    private final RSAPublicKey second = (RSAPublicKey) TestKeys.rsa("second").getPublic();
    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @Test
    void refuses_no_good_token_while_keys_are_swapped() throws Exception {
        OnRequest thread = new OnRequest();
        TokenVerifier verifier = verifier(thread, new Alternating());
        String steady = pool.token().mint();
        String mine = pool.token()
                .headerText("kid", "swapped")
                .signedWith(TestKeys.rsa("first"))
                .mint();
        String theirs = pool.token()
                .headerText("kid", "swapped")
                .signedWith(TestKeys.rsa("stranger"))
                .mint();
        assertThat(verifier.verify(steady)).isInstanceOf(Accepted.class);
        AtomicBoolean over = new AtomicBoolean();

        List<Future<Integer>> callers = start(CALLERS, () -> {
            int accepted = 0;
            while (!over.get()) {
                assertThat(verifier.verify(steady)).isInstanceOf(Accepted.class);
                assertThat(verifier.verify(theirs)).isEqualTo(new Rejected(RejectionReason.BAD_SIGNATURE));
                Verification outcome = verifier.verify(mine);
                accepted += outcome instanceof Accepted ? 1 : 0;
                assertThat(outcome instanceof Accepted || outcome.equals(new Rejected(RejectionReason.BAD_SIGNATURE)))
                        .as("%s", outcome)
                        .isTrue();
            }
            return accepted;
        });
        for (int i = 0; i < SWAPS; i++) {
            thread.runPlanned();
        }
        over.set(true);

        for (Future<Integer> caller : callers) {
            assertThat(caller.get(30, TimeUnit.SECONDS)).isNotNegative();
        }
        assertThat(verifier.verify(steady)).isInstanceOf(Accepted.class);
    }

    /** Both tokens are remembered all the time, and each is good only while its key is there. */
    @Test
    void accepts_no_token_once_its_key_is_gone() throws Exception {
        OnRequest thread = new OnRequest();
        TokenVerifier verifier = verifier(thread, new Alternating());
        String[] tokens = Stream.of("first", "second")
                .map(key -> pool.token()
                        .headerText("kid", "swapped")
                        .signedWith(TestKeys.rsa(key))
                        .mint())
                .toArray(String[]::new);
        assertThat(verifier.verify(tokens[0])).isInstanceOf(Accepted.class);
        AtomicInteger swaps = new AtomicInteger();
        AtomicBoolean over = new AtomicBoolean();

        List<Future<Integer>> callers = start(CALLERS, () -> {
            int sure = 0;
            while (!over.get()) {
                // Even while a key is in place, odd while it is being swapped.
                int before = swaps.get();
                boolean first = before / 2 % 2 == 0;
                Verification good = verifier.verify(tokens[first ? 0 : 1]);
                Verification bad = verifier.verify(tokens[first ? 1 : 0]);
                if (before % 2 == 0 && swaps.get() == before) {
                    assertThat(good).isInstanceOf(Accepted.class);
                    assertThat(bad).isEqualTo(new Rejected(RejectionReason.BAD_SIGNATURE));
                    sure++;
                }
            }
            return sure;
        });
        for (int i = 0; i < SWAPS; i++) {
            swaps.incrementAndGet();
            thread.runPlanned();
            swaps.incrementAndGet();
            for (int n = 0; n < 3; n++) {
                assertThat(verifier.verify(tokens[(i + 1) % 2])).isInstanceOf(Accepted.class);
            }
        }
        over.set(true);

        for (Future<Integer> caller : callers) {
            assertThat(caller.get(30, TimeUnit.SECONDS)).isPositive();
        }
    }

    @Test
    void accepts_nothing_once_it_is_closed() throws Exception {
        String token = pool.token().mint();
        for (int i = 0; i < CLOSINGS; i++) {
            OnRequest thread = new OnRequest();
            TokenVerifier verifier = verifier(thread, new Alternating());
            CyclicBarrier start = new CyclicBarrier(3);
            AtomicBoolean closed = new AtomicBoolean();

            Future<?> caller = threads.submit(() -> {
                start.await();
                boolean after;
                do {
                    after = closed.get();
                    Verification outcome = verifier.verify(token);
                    assertThat(outcome).isInstanceOfAny(Unavailable.class, Accepted.class);
                    assertThat(after && outcome instanceof Accepted).isFalse();
                } while (!after);
                return null;
            });
            Future<?> publisher = threads.submit(() -> {
                start.await();
                do {
                    thread.runPlanned();
                } while (!closed.get());
                thread.runPlanned();
                return null;
            });
            start.await();
            verifier.close();
            closed.set(true);

            caller.get(30, TimeUnit.SECONDS);
            publisher.get(30, TimeUnit.SECONDS);
            assertThat(verifier.verify(token)).isInstanceOf(Unavailable.class);
        }
    }

    @Test
    void lets_no_caller_wait_for_keys_once_it_is_closed() throws Exception {
        String token = pool.token().mint();
        for (int i = 0; i < CLOSINGS; i++) {
            TokenVerifier verifier = verifier(new Never(), new Alternating());
            List<Future<Verification>> callers = start(CALLERS, () -> verifier.verify(token));

            verifier.close();

            for (Future<Verification> caller : callers) {
                // A fetch may take five seconds: whoever waits for it in spite of the end is late.
                assertThat(caller.get(4, TimeUnit.SECONDS)).isInstanceOf(Unavailable.class);
            }
        }
    }

    @Test
    void gives_each_caller_its_own_token() throws Exception {
        TokenVerifier verifier = pool.verifier();
        CyclicBarrier start = new CyclicBarrier(CALLERS);
        List<Future<Void>> callers = new ArrayList<>();
        for (int i = 0; i < CALLERS; i++) {
            String id = "caller-" + i;
            String good = pool.token().claimText("jti", id).mint();
            String bad = pool.token()
                    .claimText("jti", id)
                    .signatureBytes(bytes -> new byte[256])
                    .mint();
            callers.add(threads.submit(() -> {
                start.await();
                for (int n = 0; n < 500; n++) {
                    assertThat(((Accepted) verifier.verify(good)).token().tokenId())
                            .contains(id);
                    assertThat(verifier.verify(bad)).isEqualTo(new Rejected(RejectionReason.BAD_SIGNATURE));
                }
                return null;
            }));
        }

        for (Future<Void> caller : callers) {
            caller.get(30, TimeUnit.SECONDS);
        }
    }

    private <T> List<Future<T>> start(int count, Callable<T> work) {
        List<Future<T>> started = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            started.add(threads.submit(work));
        }
        return started;
    }

    private TokenVerifier verifier(RefreshThread thread, TestPool.Fetch source) {
        return TokenVerifier.of(
                List.of(pool.settings().build()),
                InstantSource.fixed(TestPool.NOW),
                settings -> pool.keyRing(settings, source, thread));
    }

    /** One key stays, the other changes with each fetch. */
    private final class Alternating implements TestPool.Fetch {

        private int fetches;

        @Override
        public Fetched fetch(Duration timeout) {
            RSAPublicKey swapped = fetches++ % 2 == 0 ? first : second;
            return new Fetched(Map.of(TestPool.KEY_ID, pool.publicKey(), "swapped", swapped), Optional.empty());
        }
    }

    /** Fetches at once where somebody waits, and what is planned whenever it is told to. */
    private static final class OnRequest implements RefreshThread {

        private volatile Runnable planned = () -> {};

        @Override
        public void runAfter(Duration delay, Runnable task) {
            if (delay.isZero()) {
                task.run();
            } else {
                planned = task;
            }
        }

        void runPlanned() {
            planned.run();
        }

        @Override
        public void close() {}
    }

    /** A publisher that does not answer. */
    private static final class Never implements RefreshThread {

        @Override
        public void runAfter(Duration delay, Runnable task) {}

        @Override
        public void close() {}
    }
}
