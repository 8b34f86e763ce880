package org.cognito4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.cognito4j.KeyRing.Lookup.Found;
import org.cognito4j.KeyRing.Lookup.Unavailable;
import org.cognito4j.KeyRing.Lookup.Unknown;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(60)
class KeyRingColdStartTest {

    private final RingUnderTest test = new RingUnderTest();

    enum Outage {
        REFUSING,
        HANGING;

        void begin(ScriptedPublisher publisher) {
            if (this == REFUSING) {
                publisher.refuse();
            } else {
                publisher.hang();
            }
        }
    }

    @Test
    void nothing_is_fetched_before_the_first_caller() {
        test.time.pass(Duration.ofHours(1));
        assertThat(test.publisher.fetches()).isZero();
    }

    @Test
    void the_first_caller_gets_its_key() {
        assertThat(test.ask("one")).isInstanceOf(Found.class);
        assertThat(test.publisher.fetches()).isOne();
    }

    @Test
    void the_first_caller_with_a_key_nobody_publishes_costs_one_fetch() {
        assertThat(test.ask("two")).isInstanceOf(Unknown.class);
        assertThat(test.publisher.fetches()).isOne();
    }

    @ParameterizedTest
    @EnumSource
    void the_first_caller_waits_for_one_fetch_at_most(Outage outage) {
        outage.begin(test.publisher);
        assertThat(test.waitFor("one")).isLessThanOrEqualTo(Duration.ofMillis(5_200));
        assertThat(test.ask("one")).isInstanceOf(Unavailable.class);
    }

    @ParameterizedTest
    @EnumSource
    void later_callers_are_answered_at_once(Outage outage) {
        outage.begin(test.publisher);
        test.ask("one");
        for (int i = 0; i < 1_000; i++) {
            assertThat(test.waitFor("one")).isZero();
            test.time.pass(Duration.ofMillis(10));
        }
    }

    @ParameterizedTest
    @EnumSource
    void no_more_than_eight_fetches_are_made_in_ten_seconds(Outage outage) {
        outage.begin(test.publisher);
        test.ask("one");
        askFor(Duration.ofMinutes(2));
        assertThat(test.publisher.mostFetchesWithin(Duration.ofSeconds(10))).isBetween(3L, 8L);
    }

    @ParameterizedTest
    @EnumSource
    void the_first_good_answer_comes_soon_after_the_publisher_is_back(Outage outage) {
        for (int moment = 0; moment < 30; moment++) {
            RingUnderTest cold = new RingUnderTest();
            outage.begin(cold.publisher);
            cold.ask("one");
            passAsking(cold, Duration.ofMillis(6_000 + 100 * moment));
            cold.publisher.publish("one");
            assertThat(passAsking(cold, Duration.ofMillis(2_500))).isTrue();
        }
    }

    @Test
    void a_slow_publisher_is_heard_once_in_a_while_even_after_a_failure() {
        test.publisher.refuse();
        test.ask("one");
        test.publisher.behave(timeout -> {
            Duration needed = Duration.ofSeconds(4);
            test.time.elapse(needed.compareTo(timeout) < 0 ? needed : timeout);
            if (needed.compareTo(timeout) > 0) {
                throw new KeySetUnavailable("too slow");
            }
            return ScriptedPublisher.keySet(Optional.empty(), "one");
        });
        assertThat(passAsking(test, Duration.ofSeconds(50))).isTrue();
    }

    @Test
    void without_callers_it_is_tried_less_and_less_often() {
        test.publisher.refuse();
        test.ask("one");
        test.time.pass(Duration.ofHours(1));
        assertThat(test.publisher.fetches()).isBetween(60, 80);
    }

    @Test
    void callers_are_told_when_to_come_back() {
        test.publisher.refuse();
        assertThat(test.ask("one")).isEqualTo(new Unavailable(Duration.ofSeconds(2)));
    }

    @Test
    void the_publisher_says_when_to_come_back() {
        test.publisher.refuseFor(Duration.ofSeconds(40));
        assertThat(test.ask("one")).isEqualTo(new Unavailable(Duration.ofSeconds(40)));
        askFor(Duration.ofMillis(39_900));
        assertThat(test.publisher.fetches()).isOne();
        askFor(Duration.ofMillis(200));
        assertThat(test.publisher.fetches()).isEqualTo(2);
    }

    @Test
    void the_publisher_cannot_send_us_away_for_longer_than_five_minutes() {
        test.publisher.refuseFor(Duration.ofDays(3));
        assertThat(test.ask("one")).isEqualTo(new Unavailable(Duration.ofMinutes(5)));
    }

    private void askFor(Duration period) {
        passAsking(test, period);
    }

    /** Asks a hundred times a second. Whether it was given the key at last. */
    private static boolean passAsking(RingUnderTest test, Duration period) {
        long end = test.time.tick() + period.toNanos();
        while (test.time.tick() < end) {
            if (test.ring.knownKey("one").isPresent()) {
                return true;
            }
            test.ring.keyFor("one");
            test.time.pass(Duration.ofMillis(10));
        }
        return test.ring.knownKey("one").isPresent();
    }
}
