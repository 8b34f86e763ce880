package org.cognito4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.cognito4j.net.RefreshThread;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class KeyRingStateTest {

    private final RingUnderTest test = new RingUnderTest();

    @Test
    void a_new_ring_has_nothing() {
        assertThat(test.ring.state()).isEqualTo(state(KeyState.Status.MISSING, Set.of(), 0, "", 0));
    }

    @Test
    void fetched_keys_are_fresh() {
        test.ask("one");
        test.time.pass(Duration.ofSeconds(60));
        // The next fetch is at 7/8 of five minutes.
        assertThat(test.ring.state())
                .isEqualTo(new KeyState(
                        RingUnderTest.POOL,
                        KeyState.Status.FRESH,
                        Set.of("one"),
                        Duration.ofSeconds(60),
                        "",
                        Duration.ofMillis(202_500),
                        0,
                        Duration.ZERO));
    }

    @Test
    void keys_that_outlive_their_interval_are_stale() {
        test.ask("one");
        test.publisher.refuse();
        test.time.pass(Duration.ofSeconds(300));
        assertThat(test.ring.state().status()).isEqualTo(KeyState.Status.FRESH);
        test.time.pass(Duration.ofNanos(1));
        assertThat(test.ring.state().status()).isEqualTo(KeyState.Status.STALE);
        assertThat(test.ring.state().status().isInUse()).isTrue();
        assertThat(test.ring.state().lastError()).isEqualTo("refused");
    }

    @Test
    void keys_beyond_their_ceiling_are_expired() {
        test.ask("one");
        test.publisher.refuse();
        test.time.pass(Duration.ofDays(1));
        assertThat(test.ring.state().status()).isEqualTo(KeyState.Status.EXPIRED);
        assertThat(test.ring.state().status().isInUse()).isFalse();
    }

    @Test
    void pinned_keys_are_pinned_until_they_are_expired() {
        KeySnapshot fromFile = new KeySnapshot(
                ScriptedPublisher.keys("one"),
                KeySnapshot.Origin.PINNED,
                new Moment(test.time.instant(), test.time.tick()),
                Duration.ofHours(1),
                new Moment(test.time.instant(), test.time.tick()));
        RingUnderTest pinned = new RingUnderTest(fromFile);
        assertThat(pinned.ring.state().status()).isEqualTo(KeyState.Status.PINNED);
        assertThat(pinned.ring.state().status().isInUse()).isTrue();
        pinned.time.pass(Duration.ofHours(1));
        assertThat(pinned.ring.state().status()).isEqualTo(KeyState.Status.EXPIRED);
    }

    @Test
    void a_good_fetch_clears_the_error() {
        test.publisher.refuse();
        test.ask("one");
        assertThat(test.ring.state().lastError()).isEqualTo("refused");
        assertThat(test.ring.state().nextRefresh()).isEqualTo(Duration.ofMillis(875));
        test.publisher.publish("one");
        test.time.pass(Duration.ofSeconds(1));
        assertThat(test.ring.state().lastError()).isEmpty();
    }

    @Test
    void fetches_that_fail_are_counted_and_timed_from_the_first_to_the_next_good_one() {
        test.publisher.refuse();
        test.ask("one");
        assertThat(test.ring.state().failedFetches()).isEqualTo(1);
        assertThat(test.ring.state().failingFor()).isZero();

        test.time.pass(Duration.ofHours(2));
        assertThat(test.ring.state().failedFetches()).isGreaterThan(1);
        assertThat(test.ring.state().failingFor()).isEqualTo(Duration.ofHours(2));

        test.publisher.publish("one");
        test.time.pass(Duration.ofHours(1));
        assertThat(test.ring.state().failedFetches()).isZero();
        assertThat(test.ring.state().failingFor()).isZero();
    }

    @Test
    void asking_for_it_holds_nobody_up() {
        test.ring.state();
        assertThat(test.ask("one")).isInstanceOf(KeyRing.Lookup.Found.class);
    }

    @Test
    void a_start_that_failed_tells_why_and_holds_nobody_up() {
        test.publisher.refuse();
        test.time.runAtOnce();
        test.ring.start();
        assertThat(test.ring.awaitStart()).contains("refused");
        test.publisher.publish("one");
        test.time.pass(Duration.ofSeconds(6));
        assertThat(test.ring.awaitStart()).isEmpty();
        test.publisher.publish("one", "two");
        assertThat(test.ask("two")).isInstanceOf(KeyRing.Lookup.Found.class);
    }

    @Test
    void a_start_is_made_once() {
        test.time.runAtOnce();
        test.ring.start();
        test.ring.start();
        assertThat(test.publisher.fetches()).isOne();
    }

    @Test
    void a_closed_ring_is_not_started() {
        test.time.runAtOnce();
        test.ring.close();
        test.ring.start();
        assertThat(test.publisher.fetches()).isZero();
    }

    @Test
    void a_closed_ring_has_nothing_and_plans_nothing() {
        test.ask("one");
        test.ring.close();
        assertThat(test.ring.state()).isEqualTo(state(KeyState.Status.MISSING, Set.of(), 0, "", 0));
        assertThat(test.time.isClosed()).isTrue();
        assertThat(test.publisher.isClosed()).isTrue();
    }

    /** It may have been taken from the queue right before. */
    @Test
    void a_fetch_that_was_due_when_the_ring_was_closed_is_not_made() {
        List<Runnable> due = new ArrayList<>();
        KeyRing ring = new KeyRing(
                RingUnderTest.POOL,
                test.publisher,
                KeySnapshot.EMPTY,
                new RefreshPolicy(RingUnderTest.TIMES, () -> 0.5),
                new RefreshThread() {
                    @Override
                    public void runAfter(Duration delay, Runnable task) {
                        due.add(task);
                    }

                    @Override
                    public void close() {}
                },
                test.time,
                test.time::tick);
        ring.start();
        ring.close();
        due.forEach(Runnable::run);
        assertThat(due).hasSize(1);
        assertThat(test.publisher.fetches()).isZero();
    }

    private static KeyState state(KeyState.Status status, Set<String> ids, long age, String error, long next) {
        return new KeyState(
                RingUnderTest.POOL,
                status,
                ids,
                Duration.ofSeconds(age),
                error,
                Duration.ofSeconds(next),
                0,
                Duration.ZERO);
    }
}
