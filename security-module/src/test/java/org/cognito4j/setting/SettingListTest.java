package org.cognito4j.setting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class SettingListTest {

    private final SettingList list = new SettingList();

    @Test
    void refuses_a_key_that_is_declared_already() {
        list.setting("size", SettingType.NUMBER, "the size").declare();

        assertThatThrownBy(list.setting("size", SettingType.TEXT, "another size")::declare)
                .hasMessage("size is declared twice");
    }

    @Test
    void finds_settings_by_their_keys_but_for_those_that_hold_a_name() {
        Setting<Integer> size =
                list.setting("size", SettingType.NUMBER, "the size").declare();
        list.setting("clients.\"<id>\".name", SettingType.TEXT, "a name").declare();
        list.setting("clients.\"<id>\".denied", SettingType.FLAG, "a flag").declare();

        assertThat(list.find("size")).containsSame(size);
        assertThat(list.find("clients.\"<id>\".name")).isEmpty();
        assertThat(list.find("sizes")).isEmpty();
        assertThat(list.keys()).containsExactly("size");
        assertThat(list.all()).hasSize(3);
        assertThat(list.attributes("clients.")).containsExactly("name", "denied");
    }

    @Test
    void shows_default_and_range_as_documents_have_them() {
        Setting<Duration> least = list.setting("a.least", SettingType.DURATION, "the least")
                .byDefault(Duration.ofDays(1))
                .within(Duration.ZERO, Duration.ofHours(36))
                .declare();
        Setting<Duration> time = list.setting("time", SettingType.DURATION, "the time")
                .byDefault(Duration.ofDays(1))
                .within(least, Duration.ofDays(2))
                .declare();

        assertThat(least.shownDefault("x.")).isEqualTo("`P1D`, `PT0S` to `PT36H`");
        assertThat(time.shownDefault("x.")).isEqualTo("`P1D`, `x.a.least` to `P2D`");
        assertThat(list.setting("name", SettingType.TEXT, "a name").declare().shownDefault("x."))
                .isEqualTo("none");
        assertThat(least.memberName()).isEqualTo("aLeast");
    }

    @Test
    void asks_for_an_example_where_type_and_range_show_none() {
        Setting<String> name = list.setting("name", SettingType.TEXT, "a name").declare();
        Setting<Integer> size = list.setting("size", SettingType.NUMBER, "a size")
                .byDefault(1)
                .within(1, 9)
                .declare();
        Setting<Boolean> flag =
                list.setting("flag", SettingType.FLAG, "a flag").byDefault(true).declare();

        assertThat(size.example()).isEqualTo("9");
        assertThat(flag.example()).isEqualTo("false");
        assertThatThrownBy(name::example).hasMessage("name needs an example in its declaration");
    }
}
