package org.cognito4j.setting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingTypeTest {

    private enum Wine {
        WHITE,
        RED,
        ROSE
    }

    private static final SettingType<Wine> WINES = SettingType.choice(Wine.RED, Wine.WHITE, Wine.ROSE);

    @Test
    void reads_words_in_any_case_and_any_locale() {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("tr"));
        try {
            assertThat(WINES.read("WHITE")).isEqualTo(Wine.WHITE);
            assertThat(WINES.write(Wine.WHITE)).isEqualTo("white");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void names_all_words_where_another_one_is_read() {
        assertThat(WINES.choices()).containsExactly("red", "white", "rose");
        assertThatThrownBy(() -> WINES.read("green"))
                .isInstanceOf(UnreadableSetting.class)
                .hasMessage("Set it to red, white or rose");
    }

    @ParameterizedTest
    @ValueSource(strings = {"yes", "1", "", "tru"})
    void takes_no_other_word_for_a_flag(String text) {
        assertThatThrownBy(() -> SettingType.FLAG.read(text)).hasMessage("Set it to true or false");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.5", "first", "2147483648", ""})
    void refuses_what_is_no_whole_number(String text) {
        assertThatThrownBy(() -> SettingType.NUMBER.read(text)).isInstanceOf(UnreadableSetting.class);
    }

    @ParameterizedTest
    @CsvSource({"PT24H, P1D", "P7D, P7D", "PT23H, PT23H", "PT0.1S, PT0.1S", "PT0S, PT0S", "PT24H0.1S, PT24H0.1S"})
    void writes_whole_days_as_days(String text, String written) {
        Duration duration = SettingType.DURATION.read(text);

        assertThat(SettingType.DURATION.write(duration)).isEqualTo(written);
        assertThat(SettingType.DURATION.read(written)).isEqualTo(duration);
    }

    @ParameterizedTest
    @ValueSource(strings = {"5", "5m", "P", "PT99999999999999999999H"})
    void refuses_what_is_no_duration(String text) {
        assertThatThrownBy(() -> SettingType.DURATION.read(text)).isInstanceOf(UnreadableSetting.class);
    }

    @Test
    void splits_lists_at_commas_that_are_not_escaped() {
        assertThat(SettingType.LIST.read(" a, b\\,c ,,d")).containsExactly("a", "b,c", "d");
        assertThat(SettingType.LIST.read(",")).isEmpty();
    }

    @Test
    void says_what_is_wrong_in_the_words_of_a_stricter_type() {
        SettingType<List<String>> filled = SettingType.LIST.requiring(list -> !list.isEmpty(), "is empty", "Fill it");

        assertThat(filled.read("a")).containsExactly("a");
        assertThatThrownBy(() -> filled.read(","))
                .hasMessage("Fill it")
                .extracting(e -> ((UnreadableSetting) e).problem().orElseThrow())
                .isEqualTo("is empty");
    }

    @Test
    void shows_no_part_of_an_unreadable_text() {
        assertThatThrownBy(() -> SettingType.NUMBER.read("hunter2"))
                .hasMessageNotContaining("hunter2")
                .hasNoCause();
    }
}
