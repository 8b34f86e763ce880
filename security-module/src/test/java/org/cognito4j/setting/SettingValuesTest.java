package org.cognito4j.setting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingValuesTest {

    private final SettingList list = new SettingList();

    private final Setting<Duration> least = list.setting("least", SettingType.DURATION, "the least")
            .byDefault(Duration.ofSeconds(10))
            .declare();

    private final Setting<Duration> time = list.setting("time", SettingType.DURATION, "the time")
            .byDefault(Duration.ofSeconds(20))
            .within(least, Duration.ofSeconds(30))
            .declare();

    private final Setting<Integer> size = list.setting("size", SettingType.NUMBER, "the size")
            .byDefault(5)
            .within(1, 9)
            .declare();

    private final Setting<String> name =
            list.setting("name", SettingType.TEXT, "the name").declare();

    private final List<String> faults = new ArrayList<>();

    @Test
    void has_defaults_for_what_is_not_set() {
        SettingValues set = SettingValues.NONE.with(size, 7);

        assertThat(set.get(size)).isEqualTo(7);
        assertThat(set.isSet(size)).isTrue();
        assertThat(set.without(size).get(size)).isEqualTo(5);
        assertThat(set.without(size).isSet(size)).isFalse();
        assertThat(SettingValues.NONE.get(size)).isEqualTo(5);
        assertThat(SettingValues.NONE.find(name)).isEmpty();
        assertThatThrownBy(() -> SettingValues.NONE.get(name))
                .isInstanceOf(NoSuchElementException.class)
                .hasMessageStartingWith("name ");
    }

    @ParameterizedTest
    @CsvSource({"0, true", "1, false", "2, false", "8, false", "9, false", "10, true"})
    void finds_what_is_out_of_range(int value, boolean isFault) {
        check(SettingValues.NONE.with(size, value), size);

        assertThat(faults)
                .isEqualTo(
                        isFault
                                ? List.of("size: " + value + " is out of range. Choose a number from 1 to 9")
                                : List.of());
    }

    @ParameterizedTest
    @CsvSource({"PT11S, true", "PT12S, false", "PT13S, false", "PT30S, false", "PT31S, true"})
    void begins_a_range_with_the_value_of_another_setting(String value, boolean isFault) {
        check(SettingValues.NONE.with(least, Duration.ofSeconds(12)).withText(time, value), time);

        assertThat(faults)
                .isEqualTo(
                        isFault
                                ? List.of("time: " + value + " is out of range. Choose a duration from PT12S to PT30S")
                                : List.of());
    }

    @Test
    void finds_no_fault_with_what_has_no_range_or_no_value() {
        check(SettingValues.NONE, name);
        check(SettingValues.NONE.with(name, "any"), name);

        assertThat(faults).isEmpty();
    }

    private void check(SettingValues values, Setting<?> setting) {
        values.check(setting, (key, problem, remedy) -> faults.add(key + ": " + problem + ". " + remedy));
    }
}
