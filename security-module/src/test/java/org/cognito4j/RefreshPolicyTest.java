package org.cognito4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefreshPolicyTest {

    private static final Duration SHORT = Duration.ofMillis(1_750);
    private static final Duration IN_FULL = Duration.ofSeconds(5);

    @Test
    void keys_in_hand_give_each_fetch_its_full_time() {
        assertThat(timeouts(true)).containsOnly(IN_FULL);
    }

    @Test
    void without_keys_the_first_fetch_and_one_in_sixteen_get_it() {
        List<Duration> timeouts = timeouts(false);

        for (int failures = 0; failures < timeouts.size(); failures++) {
            assertThat(timeouts.get(failures)).as("%d", failures).isEqualTo(failures % 16 == 0 ? IN_FULL : SHORT);
        }
    }

    @Test
    void no_fetch_gets_more_than_is_configured() {
        RefreshPolicy hasty = policy(Duration.ofMillis(200), 0);

        assertThat(hasty.timeout(false, 1)).isEqualTo(Duration.ofMillis(200));
    }

    @ParameterizedTest
    @CsvSource({"0, 240", "0.5, 262.5", "1, 285"})
    void the_next_fetch_is_at_80_to_95_percent_of_the_interval(double random, double seconds) {
        assertThat(afterSuccess(policy(IN_FULL, random), Optional.empty()))
                .isEqualTo(Duration.ofMillis((long) (1_000 * seconds)));
    }

    @ParameterizedTest
    @CsvSource({"0, 48", "59, 48", "60, 48", "61, 48.8", "299, 239.2", "300, 240", "301, 240", "86400, 240"})
    void the_publisher_has_a_say_from_one_minute_to_the_interval(long maxAge, double seconds) {
        assertThat(afterSuccess(policy(IN_FULL, 0), Optional.of(Duration.ofSeconds(maxAge))))
                .isEqualTo(Duration.ofMillis((long) (1_000 * seconds)));
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "2, 2", "3, 4", "6, 32", "7, 60", "8, 60", "11, 60", "1000000, 60"})
    void waits_twice_as_long_after_each_failure_up_to_a_minute(int failures, long seconds) {
        assertThat(policy(IN_FULL, 1).afterFailure(failures, Optional.empty())).isEqualTo(Duration.ofSeconds(seconds));
        assertThat(policy(IN_FULL, 0).afterFailure(failures, Optional.empty()))
                .isEqualTo(Duration.ofMillis(750 * seconds));
    }

    @ParameterizedTest
    @CsvSource({"0, 8", "7, 8", "9, 9", "299, 299", "300, 300", "301, 300", "86400, 300"})
    void waits_as_long_as_the_publisher_asks_up_to_five_minutes(long asked, long seconds) {
        assertThat(policy(IN_FULL, 1).afterFailure(4, Optional.of(Duration.ofSeconds(asked))))
                .isEqualTo(Duration.ofSeconds(seconds));
    }

    private static List<Duration> timeouts(boolean keysInHand) {
        RefreshPolicy policy = policy(IN_FULL, 0);
        return IntStream.range(0, 50)
                .mapToObj(failures -> policy.timeout(keysInHand, failures))
                .toList();
    }

    private static Duration afterSuccess(RefreshPolicy policy, Optional<Duration> maxAge) {
        return policy.aheadOf(policy.freshFor(maxAge));
    }

    private static RefreshPolicy policy(Duration timeout, double random) {
        return new RefreshPolicy(new KeyTimes(Duration.ofMinutes(5), Duration.ofDays(1), timeout), () -> random);
    }
}
