package org.cognito4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.cognito4j.KeySnapshot.Origin;
import org.junit.jupiter.api.Test;

class KeySnapshotTest {

    private static final Instant TAKEN = Instant.parse("2026-11-22T12:00:00Z");
    private static final long TICK = Long.MAX_VALUE - 1_000;
    private static final Duration AN_HOUR = Duration.ofHours(1);

    private final KeySnapshot snapshot = new KeySnapshot(
            ScriptedPublisher.keys("one", "two"),
            Origin.PUBLISHED,
            new Moment(TAKEN, TICK),
            AN_HOUR,
            new Moment(TAKEN, TICK).plus(AN_HOUR));

    @Test
    void age_counts_by_the_clock_that_went_further() {
        assertThat(age(0, 0)).isEqualTo(Duration.ZERO);
        assertThat(age(7, 3)).isEqualTo(Duration.ofSeconds(7));
        assertThat(age(3, 7)).isEqualTo(Duration.ofSeconds(7));
        assertThat(age(-300, 7)).isEqualTo(Duration.ofSeconds(7));
    }

    @Test
    void no_keys_are_of_no_age_and_no_use() {
        assertThat(KeySnapshot.EMPTY.age(TAKEN, TICK)).isEqualTo(Duration.ZERO);
        assertThat(KeySnapshot.EMPTY.isUsable(Instant.EPOCH, 0)).isFalse();
    }

    @Test
    void keys_are_usable_until_the_first_clock_says_that_their_time_is_over() {
        assertThat(isUsable(3_599, 3_599)).isTrue();
        assertThat(isUsable(3_600, 0)).isFalse();
        assertThat(isUsable(0, 3_600)).isFalse();
        assertThat(isUsable(-300, 3_600)).isFalse();
        assertThat(isUsable(-300, 3_599)).isTrue();
    }

    @Test
    void a_key_that_is_published_again_remains_the_same_object() throws KeySetUnavailable {
        RSAPublicKey before = snapshot.keys().get("one");
        RSAPublicKey equal = KeySetParser.parse(KeySets.ofMembers(KeySets.member("one", before)))
                .get("one");
        assertThat(equal).isEqualTo(before).isNotSameAs(before);

        KeySnapshot next =
                snapshot.replacedBy(Map.of("one", equal), new Moment(TAKEN.plus(AN_HOUR), TICK + 1), AN_HOUR, AN_HOUR);

        assertThat(next.keys()).containsOnlyKeys("one");
        assertThat(next.keys().get("one")).isSameAs(before);
    }

    @Test
    void another_key_of_the_same_id_takes_its_place() {
        RSAPublicKey other = (RSAPublicKey) TestKeys.rsa("other").getPublic();

        KeySnapshot next =
                snapshot.replacedBy(Map.of("one", other), new Moment(TAKEN.plus(AN_HOUR), TICK + 1), AN_HOUR, AN_HOUR);

        assertThat(next.keys().get("one")).isSameAs(other);
    }

    private Duration age(long secondsByWallClock, long secondsByTicks) {
        return snapshot.age(
                TAKEN.plusSeconds(secondsByWallClock),
                TICK + Duration.ofSeconds(secondsByTicks).toNanos());
    }

    private boolean isUsable(long secondsByWallClock, long secondsByTicks) {
        return snapshot.isUsable(
                TAKEN.plusSeconds(secondsByWallClock),
                TICK + Duration.ofSeconds(secondsByTicks).toNanos());
    }
}
