package org.cognito4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.cognito4j.KeyRing.Lookup;
import org.cognito4j.KeyRing.Lookup.Found;
import org.cognito4j.KeyRing.Lookup.Unknown;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class KeyRingRotationTest {

    private final RingUnderTest test = RingUnderTest.withKeys();

    @Test
    void a_rotation_with_overlap_refuses_nobody() {
        test.publisher.publish("one", "two");
        assertThat(test.finds("two")).isTrue();
        assertThat(test.finds("one")).isTrue();
        assertThat(test.publisher.fetches()).isEqualTo(2);
    }

    @Test
    void a_rotation_without_overlap_refuses_nobody() {
        test.publisher.publish("two");
        assertThat(test.finds("two")).isTrue();
    }

    @Test
    void rotations_may_follow_each_other_at_once() {
        for (int i = 0; i < 100; i++) {
            test.publisher.publish("key " + i);
            assertThat(test.finds("key " + i)).isTrue();
        }
    }

    @Test
    void a_rotation_right_after_a_refresh_refuses_nobody() {
        test.time.pass(Duration.ofMinutes(5));
        int fetches = test.publisher.fetches();
        test.publisher.publish("two");
        assertThat(test.finds("two")).isTrue();
        assertThat(test.publisher.fetches()).isEqualTo(fetches + 1);
    }

    @Test
    void a_key_published_while_an_answer_was_under_way_is_fetched_again() {
        RingUnderTest cold = new RingUnderTest();
        cold.publisher.behave(timeout -> {
            cold.publisher.publish("one", "two");
            return ScriptedPublisher.keySet(Optional.empty(), "one");
        });
        List<Lookup> answers = cold.askTogether("one", "two");
        assertThat(answers).hasOnlyElementsOfType(Found.class);
        assertThat(cold.publisher.fetches()).isEqualTo(2);
    }

    @Test
    void a_withdrawn_key_is_dead_within_the_refresh_interval() {
        test.publisher.publish("two");
        test.time.pass(Duration.ofMinutes(5));
        assertThat(test.ring.knownKey("one")).isEmpty();
        assertThat(test.ask("one")).isInstanceOf(Unknown.class);
    }

    @Test
    void a_withdrawn_key_dies_with_any_fetch() {
        test.publisher.publish("two");
        test.ask("two");
        assertThat(test.ring.knownKey("one")).isEmpty();
    }

    @Test
    void a_key_is_held_while_it_is_published_and_usable() {
        RSAPublicKey key = test.ring.knownKey("one").orElseThrow();
        assertThat(test.ring.holds("one", key, test.time.instant())).isTrue();
        assertThat(test.ring.holds("two", key, test.time.instant())).isFalse();
        assertThat(test.ring.holds("one", (RSAPublicKey) TestKeys.rsa("other").getPublic(), test.time.instant()))
                .isFalse();
        test.publisher.publish("two");
        test.time.pass(Duration.ofMinutes(5));
        assertThat(test.ring.holds("one", key, test.time.instant())).isFalse();
    }

    @Test
    void a_key_is_not_held_beyond_its_ceiling() {
        RSAPublicKey key = test.ring.knownKey("one").orElseThrow();
        test.publisher.refuse();
        test.time.pass(Duration.ofDays(1).minusSeconds(1));
        assertThat(test.ring.holds("one", key, test.time.instant())).isTrue();
        test.time.pass(Duration.ofSeconds(1));
        assertThat(test.ring.holds("one", key, test.time.instant())).isFalse();
    }

    @Test
    void a_key_that_comes_back_is_seen_within_ten_seconds() {
        test.publisher.publish("two");
        test.ask("one");
        test.ask("two");
        assertThat(test.ask("one")).isInstanceOf(Unknown.class);
        test.publisher.publish("one", "two");
        test.time.pass(Duration.ofSeconds(10));
        assertThat(test.finds("one")).isTrue();
    }

    @Test
    void the_publisher_can_ask_for_a_sooner_refresh() {
        test.publisher.publishFor(Duration.ofMinutes(2), "one");
        test.time.pass(Duration.ofHours(1));
        assertThat(test.publisher.pauses().subList(1, 20)).containsOnly(Duration.ofSeconds(105));
    }

    @Test
    void the_publisher_cannot_ask_for_a_refresh_every_second() {
        test.publisher.publishFor(Duration.ZERO, "one");
        test.time.pass(Duration.ofHours(1));
        assertThat(test.publisher.pauses().subList(1, 20)).containsOnly(Duration.ofMillis(52_500));
    }

    @Test
    void the_publisher_cannot_put_off_the_refresh() {
        test.publisher.publishFor(Duration.ofDays(1), "one");
        test.time.pass(Duration.ofHours(1));
        assertThat(test.publisher.pauses().subList(1, 10)).containsOnly(Duration.ofMillis(262_500));
    }
}
