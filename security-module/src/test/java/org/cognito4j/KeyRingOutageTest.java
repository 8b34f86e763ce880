package org.cognito4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.cognito4j.KeyRing.Lookup.Unavailable;
import org.cognito4j.KeyRing.Lookup.Unknown;
import org.cognito4j.KeySnapshot.Origin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class KeyRingOutageTest {

    private static final Duration A_SECOND = Duration.ofSeconds(1);
    private final RingUnderTest test = RingUnderTest.withKeys();

    @Test
    void a_day_without_the_publisher_costs_no_caller() {
        test.publisher.refuse();
        for (int seconds = 0; seconds < Duration.ofDays(1).toSeconds(); seconds++) {
            assertThat(test.ring.knownKey("one")).isPresent();
            test.time.pass(A_SECOND);
        }
    }

    @Test
    void fetches_back_off_from_one_second_to_one_minute() {
        test.publisher.refuse();
        test.time.pass(Duration.ofHours(24));
        assertThat(test.publisher.pauses().subList(1, 8))
                .containsExactly(
                        jittered(1), jittered(2), jittered(4), jittered(8), jittered(16), jittered(32), jittered(60));
        assertThat(test.publisher.pauses().subList(8, 100)).containsOnly(jittered(60));
    }

    @Test
    void keys_are_used_up_to_their_ceiling_and_no_longer() {
        test.publisher.refuse();
        test.time.pass(Duration.ofDays(1).minus(A_SECOND));
        assertThat(test.ring.knownKey("one")).isPresent();
        test.time.pass(A_SECOND);
        assertThat(test.ring.knownKey("one")).isEmpty();
        assertThat(test.ask("one")).isInstanceOf(Unavailable.class);
    }

    @Test
    void a_day_without_the_publisher_fails_nobody_and_costs_about_a_fetch_a_minute() {
        test.publisher.refuse();
        for (int minute = 0; minute < 24 * 60; minute++) {
            assertThat(test.ring.knownKey("one")).isPresent();
            test.time.pass(Duration.ofMinutes(1));
        }
        assertThat(test.publisher.fetches() - 1).isEqualTo(1_646);
    }

    @Test
    void after_the_ceiling_the_first_good_fetch_is_enough() {
        test.publisher.refuse();
        test.time.pass(Duration.ofDays(2));
        test.publisher.publish("one");
        test.ring.keyFor("one");
        test.time.runDue();
        assertThat(test.finds("one")).isTrue();
    }

    @Test
    void an_unknown_key_is_nobodys_fault_while_the_publisher_is_away() {
        test.publisher.refuse();
        assertThat(test.ask("two")).isInstanceOf(Unavailable.class);
        assertThat(test.waitFor("two")).isZero();
    }

    @Test
    void an_unknown_key_is_found_within_five_seconds_of_the_end_of_an_outage() {
        test.publisher.refuse();
        test.time.pass(Duration.ofHours(3));
        test.publisher.publish("two");
        for (int i = 0; i < 48 && !test.finds("two"); i++) {
            test.time.pass(Duration.ofMillis(100));
        }
        assertThat(test.finds("two")).isTrue();
    }

    @Test
    void a_key_that_was_sought_during_an_outage_is_sought_again_after_it() {
        test.publisher.refuse();
        assertThat(test.ask("two")).isInstanceOf(Unavailable.class);
        test.publisher.publish("one");
        test.time.pass(Duration.ofSeconds(6));
        assertThat(test.ring.state().lastError()).isEmpty();
        test.publisher.publish("one", "two");
        assertThat(test.finds("two")).isTrue();
    }

    @Test
    void the_publisher_can_ask_for_more_time() {
        test.publisher.refuseFor(Duration.ofSeconds(90));
        test.time.pass(Duration.ofHours(1));
        assertThat(test.publisher.pauses().subList(1, 30)).containsOnly(Duration.ofSeconds(90));
    }

    @Test
    void a_fetch_that_breaks_in_an_unforeseen_way_is_a_failed_one() {
        test.publisher.behave(timeout -> {
            throw new StackOverflowError();
        });
        test.time.pass(Duration.ofMinutes(10));
        assertThat(test.ring.state().lastError()).isEqualTo("unexpected StackOverflowError");
        test.publisher.publish("two");
        test.time.pass(Duration.ofMinutes(1));
        assertThat(test.ring.knownKey("two")).isPresent();
    }

    @Test
    void a_wall_clock_set_ahead_costs_one_fetch_and_no_caller() {
        test.time.setWallClock(Duration.ofDays(2));
        assertThat(test.ring.knownKey("one")).isEmpty();
        assertThat(test.finds("one")).isTrue();
        assertThat(test.publisher.fetches()).isEqualTo(2);
    }

    @Test
    void a_wall_clock_set_back_does_not_keep_keys_alive() {
        test.publisher.refuse();
        test.time.setWallClock(Duration.ofDays(-300));
        test.time.pass(Duration.ofDays(1).minus(A_SECOND));
        assertThat(test.ring.knownKey("one")).isPresent();
        test.time.pass(A_SECOND);
        assertThat(test.ring.knownKey("one")).isEmpty();
    }

    @Test
    void a_wall_clock_set_back_does_not_hold_up_the_refresh() {
        test.time.setWallClock(Duration.ofDays(-300));
        test.publisher.publish("two");
        test.time.pass(Duration.ofMinutes(5));
        assertThat(test.ring.knownKey("two")).isPresent();
    }

    @Test
    void pinned_keys_serve_until_the_publisher_answers() {
        RingUnderTest pinned = pinned(Duration.ofHours(1));
        pinned.publisher.refuse();
        pinned.ring.start();
        pinned.time.pass(Duration.ofMinutes(59));
        assertThat(pinned.ring.knownKey("one")).isPresent();
        pinned.publisher.publish("two");
        pinned.time.pass(Duration.ofMinutes(1).minusMillis(1));
        assertThat(pinned.ring.knownKey("one")).isEmpty();
        assertThat(pinned.ring.knownKey("two")).isPresent();
    }

    @Test
    void pinned_keys_are_not_used_beyond_their_age() {
        RingUnderTest pinned = pinned(Duration.ofHours(1));
        pinned.publisher.refuse();
        pinned.ring.start();
        pinned.time.pass(Duration.ofHours(1));
        assertThat(pinned.ask("one")).isInstanceOf(Unavailable.class);
    }

    @Test
    void pinned_keys_say_nothing_of_others() {
        RingUnderTest pinned = pinned(Duration.ofHours(1));
        pinned.publisher.refuse();
        assertThat(pinned.ask("two")).isInstanceOf(Unavailable.class);
        pinned.publisher.publish("one");
        pinned.time.pass(Duration.ofSeconds(5));
        assertThat(pinned.ask("two")).isInstanceOf(Unknown.class);
    }

    private static RingUnderTest pinned(Duration lifetime) {
        ManualTime sameStart = new ManualTime();
        return new RingUnderTest(new KeySnapshot(
                ScriptedPublisher.keys("one"),
                Origin.PINNED,
                new Moment(sameStart.instant(), sameStart.tick()),
                lifetime,
                new Moment(sameStart.instant(), sameStart.tick())));
    }

    private static Duration jittered(long seconds) {
        return Duration.ofMillis(875 * seconds);
    }
}
