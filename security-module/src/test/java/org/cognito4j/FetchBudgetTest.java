package org.cognito4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class FetchBudgetTest {

    private static final long START = Long.MAX_VALUE - 1_000;
    private static final long EARNED = Duration.ofMillis(4_800).toNanos();

    private final FetchBudget budget = new FetchBudget(START);

    @Test
    void pays_for_two_fetches_at_once() {
        assertThat(budget.pays("one", START)).isTrue();
        assertThat(budget.pays("two", START)).isTrue();
        assertThat(budget.pays("three", START)).isFalse();
    }

    @Test
    void earns_one_after_the_other() {
        budget.charge(START);
        budget.charge(START);
        assertThat(budget.pays("one", START + EARNED - 1)).isFalse();
        assertThat(budget.pays("one", START + EARNED)).isTrue();
        assertThat(budget.pays("two", START + EARNED)).isFalse();
        assertThat(budget.pays("two", START + 2 * EARNED)).isTrue();
    }

    @Test
    void saves_no_more_than_two() {
        assertThat(budget.pays("one", START + 100 * EARNED)).isTrue();
        assertThat(budget.pays("two", START + 100 * EARNED)).isTrue();
        assertThat(budget.pays("three", START + 100 * EARNED)).isFalse();
        assertThat(budget.pays("three", START + 101 * EARNED - 1)).isFalse();
    }

    @Test
    void pays_again_for_the_same_key_after_ten_seconds() {
        long later = START + Duration.ofSeconds(10).toNanos();
        assertThat(budget.pays("one", START)).isTrue();
        assertThat(budget.pays("one", START)).isFalse();
        assertThat(budget.pays("one", later - 1)).isFalse();
        assertThat(budget.pays("one", later)).isTrue();
    }

    @Test
    void takes_nothing_for_a_key_that_was_found() {
        for (int i = 0; i < 10; i++) {
            assertThat(budget.pays("one", START)).isTrue();
            budget.giveBack("one");
        }
    }

    @Test
    void a_failed_fetch_is_paid_for_but_not_held_against_the_key() {
        assertThat(budget.pays("one", START)).isTrue();
        budget.forget("one");
        assertThat(budget.pays("one", START)).isTrue();
        assertThat(budget.pays("two", START)).isFalse();
    }

    @Test
    void a_charge_takes_what_was_earned_until_then() {
        budget.charge(START);
        budget.charge(START);
        budget.charge(START + EARNED);
        assertThat(budget.pays("one", START + EARNED)).isFalse();
    }

    @Test
    void a_charge_never_leads_into_debt() {
        for (int i = 0; i < 10; i++) {
            budget.charge(START);
        }
        assertThat(budget.pays("one", START + EARNED)).isTrue();
    }
}
