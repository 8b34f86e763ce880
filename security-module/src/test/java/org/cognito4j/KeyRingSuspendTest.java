package org.cognito4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import org.cognito4j.KeyRing.Lookup.Unknown;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The wall clock goes on while the machine is suspended; the monotonic clock, by which fetches are planned, stands still. */
@Timeout(60)
class KeyRingSuspendTest {

    private final RingUnderTest test = RingUnderTest.withKeys();
    private final RSAPublicKey key = test.ring.knownKey("one").orElseThrow();

    @ParameterizedTest
    @ValueSource(strings = {"PT5M0.001S", "PT5M5S", "PT5M7S", "PT20H"})
    void the_first_token_after_a_suspend_has_the_keys_fetched(Duration suspend) {
        test.time.setWallClock(suspend);
        test.ring.knownKey("one");
        assertThat(test.publisher.fetches()).isEqualTo(2);
    }

    @Test
    void a_suspend_within_the_refresh_interval_costs_no_fetch() {
        test.time.setWallClock(Duration.ofMinutes(5));
        assertThat(test.ring.knownKey("one")).isPresent();
        assertThat(test.publisher.fetches()).isEqualTo(1);
    }

    @Test
    void a_key_that_was_withdrawn_during_a_suspend_is_not_used_after_it() {
        test.publisher.publish("two");
        test.time.setWallClock(Duration.ofHours(20));
        assertThat(test.ring.knownKey("one")).isEmpty();
        assertThat(test.ring.keyFor("one")).isInstanceOf(Unknown.class);
        assertThat(test.ring.knownKey("two")).isPresent();
    }

    @Test
    void a_remembered_verdict_does_not_outlive_a_key_that_was_withdrawn_during_a_suspend() {
        test.publisher.publish("two");
        test.time.setWallClock(Duration.ofHours(20));
        assertThat(test.ring.holds("one", key, test.time.instant())).isFalse();
    }

    @Test
    void keys_are_used_on_after_a_suspend_if_the_publisher_is_away() {
        test.publisher.refuse();
        test.time.setWallClock(Duration.ofHours(20));
        assertThat(test.ring.holds("one", key, test.time.instant())).isTrue();
        assertThat(test.publisher.fetches()).isEqualTo(2);
        for (int i = 0; i < 1_000; i++) {
            assertThat(test.ring.knownKey("one")).isPresent();
        }
        assertThat(test.publisher.fetches()).isEqualTo(2);
    }

    @Test
    void each_suspend_is_followed_by_a_fetch_while_the_publisher_is_away() {
        test.publisher.refuse();
        for (int i = 1; i <= 4; i++) {
            test.time.setWallClock(Duration.ofHours(5));
            assertThat(test.ring.knownKey("one")).isPresent();
            assertThat(test.publisher.fetches()).isEqualTo(1 + i);
        }
    }

    @Test
    void a_suspend_beyond_the_ceiling_ends_the_keys_until_they_are_fetched() {
        test.publisher.refuse();
        test.time.setWallClock(Duration.ofDays(1));
        assertThat(test.ring.knownKey("one")).isEmpty();
        test.publisher.publish("one");
        test.time.pass(Duration.ofSeconds(2));
        assertThat(test.finds("one")).isTrue();
    }

    @Test
    void the_publisher_s_max_age_counts_across_a_suspend() {
        RingUnderTest shortLived = new RingUnderTest();
        shortLived.time.runAtOnce();
        shortLived.publisher.publishFor(Duration.ofMinutes(1), "one");
        shortLived.ring.keyFor("one");
        shortLived.publisher.publish("two");
        shortLived.time.setWallClock(Duration.ofSeconds(67));
        assertThat(shortLived.ring.knownKey("one")).isEmpty();
    }

    @Test
    void a_wall_clock_that_was_set_back_causes_no_fetch() {
        test.time.setWallClock(Duration.ofHours(-20));
        assertThat(test.ring.knownKey("one")).isPresent();
        assertThat(test.publisher.fetches()).isEqualTo(1);
    }
}
