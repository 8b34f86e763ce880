package org.cognito4j.net;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VisibleTextTest {

    @Test
    void leaves_printable_ascii_as_it_is() {
        assertThat(VisibleText.of(" orders.read ~\"\\")).isEqualTo(" orders.read ~\"\\");
    }

    @Test
    void spells_out_everything_else() {
        assertThat(VisibleText.of("\u001f\u007f\u0080\u009b\n\t\u2028\u202e\u00fc\uD83D\uDE00"))
                .isEqualTo("\\u001f\\u007f\\u0080\\u009b\\u000a\\u0009\\u2028\\u202e\\u00fc\\ud83d\\ude00");
    }

    @Test
    void cuts_off_what_is_longer_than_200_characters_and_says_so() {
        assertThat(VisibleText.quoted("x".repeat(200))).isEqualTo('"' + "x".repeat(200) + '"');
        assertThat(VisibleText.quoted("x".repeat(201))).isEqualTo('"' + "x".repeat(200) + "...\" (201 characters)");
    }
}
