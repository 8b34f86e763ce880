package org.cognito4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class KeyRingFloodTest {

    private final RingUnderTest test = RingUnderTest.withKeys();
    private int junk;

    @Test
    void a_flood_of_unknown_keys_costs_at_most_fourteen_fetches_a_minute() {
        flood(Duration.ofMinutes(5));
        assertThat(test.publisher.mostFetchesWithin(Duration.ofMinutes(1))).isBetween(12L, 14L);
    }

    @Test
    void a_flood_disturbs_no_good_caller() {
        for (int i = 0; i < 1_000; i++) {
            flood(Duration.ofMillis(60));
            assertThat(test.ring.knownKey("one")).isPresent();
        }
    }

    @Test
    void a_rotation_during_a_flood_is_seen_within_five_seconds() {
        for (int moment = 0; moment < 50; moment++) {
            flood(Duration.ofMillis(7_300));
            test.publisher.publish("key " + moment);
            flood(Duration.ofSeconds(5));
            assertThat(test.ring.knownKey("key " + moment)).isPresent();
        }
    }

    @Test
    void a_flood_during_an_outage_asks_no_more_often() {
        test.publisher.refuse();
        flood(Duration.ofMinutes(5));
        assertThat(test.publisher.mostFetchesWithin(Duration.ofMinutes(1))).isLessThanOrEqualTo(16);
    }

    @Test
    void one_caller_with_a_dead_key_leaves_fetches_for_a_rotation() {
        for (int i = 0; i < 100; i++) {
            for (int j = 0; j < 60; j++) {
                test.ring.keyFor("dead");
                test.time.pass(Duration.ofMillis(100));
            }
            test.publisher.publish("key " + i);
            assertThat(test.finds("key " + i)).isTrue();
        }
    }

    @Test
    void a_key_sought_in_vain_costs_nothing_again_for_ten_seconds() {
        test.ring.keyFor("dead");
        int fetches = test.publisher.fetches();
        for (int i = 0; i < 99; i++) {
            test.time.pass(Duration.ofMillis(100));
            test.ring.keyFor("dead");
        }
        assertThat(test.publisher.fetches()).isEqualTo(fetches);
        test.time.pass(Duration.ofMillis(100));
        test.ring.keyFor("dead");
        assertThat(test.publisher.fetches()).isEqualTo(fetches + 1);
    }

    @Test
    void a_refresh_in_the_background_is_paid_for_as_well() {
        test.time.pass(Duration.ofMillis(262_500));
        assertThat(test.publisher.fetches()).isEqualTo(2);
        test.ring.keyFor("junk 1");
        test.ring.keyFor("junk 2");
        assertThat(test.publisher.fetches()).isEqualTo(3);
    }

    @Test
    void the_fetch_at_the_start_is_paid_for_as_well() {
        RingUnderTest started = new RingUnderTest();
        started.time.runAtOnce();
        started.ring.start();
        started.ring.keyFor("junk 1");
        started.ring.keyFor("junk 2");
        assertThat(started.publisher.fetches()).isEqualTo(2);
    }

    /** A hundred new unknown keys a second; what has to be fetched for them is fetched at once. */
    private void flood(Duration period) {
        long end = test.time.tick() + period.toNanos();
        while (test.time.tick() < end) {
            test.ring.keyFor("junk " + junk++);
            test.time.pass(Duration.ofMillis(10));
        }
    }
}
