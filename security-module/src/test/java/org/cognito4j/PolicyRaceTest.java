package org.cognito4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.cognito4j.Verification.Accepted;
import org.cognito4j.Verification.Rejected;
import org.cognito4j.Verification.Unavailable;
import org.cognito4j.net.RefreshThread;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Policies are replaced while keys are swapped, and while a verifier is closed. */
class PolicyRaceTest {

    private static final int CALLERS = 4;
    private static final int SWAPS = 2_000;
    private static final int CLOSINGS = 100;

    private final TestPool pool = TestPool.create();
    private final RSAPublicKey first = (RSAPublicKey) TestKeys.rsa("first").getPublic();
    private final RSAPublicKey second = (RSAPublicKey) TestKeys.rsa("second").getPublic();
    private final VerifierSettings open = pool.settings().build();
    private final VerifierSettings closed =
            pool.settings().clientDenied(TestPool.CLIENT, true).build();
    private final AtomicInteger fetches = new AtomicInteger();
    private final Planned planned = new Planned();
    private final TokenVerifier verifier = TokenVerifier.of(
            List.of(open), InstantSource.fixed(TestPool.NOW), settings -> pool.keyRing(settings, this::fetch, planned));
    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    private KeySetSource.Fetched fetch(Duration timeout) {
        RSAPublicKey swapped = fetches.getAndIncrement() % 2 == 0 ? first : second;
        return new KeySetSource.Fetched(
                Map.of(TestPool.KEY_ID, pool.publicKey(), "swapped", swapped), Optional.empty());
    }

    private String signedBy(String key) {
        return pool.token()
                .headerText("kid", "swapped")
                .signedWith(TestKeys.rsa(key))
                .mint();
    }

    /** A token is acceptable while its key is there and no policy denies it, remembered or not. */
    @Test
    void neither_brings_back_what_the_other_has_taken_away() throws Exception {
        String steady = pool.token().mint();
        String[] tokens = {signedBy("first"), signedBy("second")};
        assertThat(verifier.verify(tokens[0])).isInstanceOf(Accepted.class);
        AtomicInteger changes = new AtomicInteger();
        AtomicBoolean over = new AtomicBoolean();
        List<Future<Integer>> callers = new ArrayList<>();
        for (int i = 0; i < CALLERS; i++) {
            callers.add(threads.submit(() -> {
                int sure = 0;
                while (!over.get()) {
                    // Even while a state lasts, odd while it changes.
                    int before = changes.get();
                    int state = before / 2;
                    Verification good = verifier.verify(tokens[key(state)]);
                    Verification bad = verifier.verify(tokens[1 - key(state)]);
                    Verification always = verifier.verify(steady);
                    if (before % 2 == 0 && changes.get() == before) {
                        assertState(state, good, bad, always);
                        sure++;
                    }
                }
                return sure;
            }));
        }
        for (int state = 1; state <= SWAPS; state++) {
            changes.incrementAndGet();
            if (state % 2 == 1) {
                verifier.replacePolicy(List.of(isDenied(state) ? closed : open));
            } else {
                planned.run();
            }
            changes.incrementAndGet();
            for (int n = 0; n < 3; n++) {
                assertState(
                        state,
                        verifier.verify(tokens[key(state)]),
                        verifier.verify(tokens[1 - key(state)]),
                        verifier.verify(steady));
            }
        }
        over.set(true);

        for (Future<Integer> caller : callers) {
            assertThat(caller.get(60, TimeUnit.SECONDS)).isPositive();
        }
    }

    /** Each second state swaps the keys, each other one the policy. */
    private static int key(int state) {
        return state / 2 % 2;
    }

    private static boolean isDenied(int state) {
        return (state + 1) / 2 % 2 == 1;
    }

    private static void assertState(int state, Verification good, Verification bad, Verification always) {
        assertThat(bad).as("state %d", state).isEqualTo(new Rejected(RejectionReason.BAD_SIGNATURE));
        for (Verification outcome : List.of(good, always)) {
            if (isDenied(state)) {
                assertThat(outcome).as("state %d", state).isEqualTo(new Rejected(RejectionReason.CLIENT_DENIED));
            } else {
                assertThat(outcome).as("state %d", state).isInstanceOf(Accepted.class);
            }
        }
    }

    @Test
    void no_policy_opens_a_verifier_again_that_was_closed() throws Exception {
        String token = pool.token().mint();
        for (int i = 0; i < CLOSINGS; i++) {
            TokenVerifier closing = pool.verifier();
            assertThat(closing.verify(token)).isInstanceOf(Accepted.class);
            CyclicBarrier start = new CyclicBarrier(3);
            AtomicBoolean isClosed = new AtomicBoolean();
            Future<?> operator = threads.submit(() -> {
                start.await();
                boolean after;
                do {
                    after = isClosed.get();
                    closing.replacePolicy(List.of(open));
                } while (!after);
                return null;
            });
            Future<?> caller = threads.submit(() -> {
                start.await();
                boolean after;
                do {
                    after = isClosed.get();
                    assertThat(after && closing.verify(token) instanceof Accepted)
                            .isFalse();
                } while (!after);
                return null;
            });
            start.await();
            closing.close();
            isClosed.set(true);

            operator.get(30, TimeUnit.SECONDS);
            caller.get(30, TimeUnit.SECONDS);
            assertThat(closing.verify(token)).isInstanceOf(Unavailable.class);
        }
    }

    /** Fetches at once where somebody waits, and what is planned when it is told to. */
    private static final class Planned implements RefreshThread {

        private volatile Runnable task = () -> {};

        @Override
        public void runAfter(Duration delay, Runnable next) {
            if (delay.isZero()) {
                next.run();
            } else {
                task = next;
            }
        }

        void run() {
            task.run();
        }

        @Override
        public void close() {}
    }
}
