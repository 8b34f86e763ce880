package org.cognito4j.jakarta.constraint;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PatternReachTest {

    @ParameterizedTest
    @CsvSource({
        "/*, /a, true, true",
        "/*, *.x, true, true",
        "/a/*, /a, true, true",
        "/a/*, /a/b/*, true, true",
        "/a/b/*, /a/*, false, true",
        "/a/*, /ab, false, false",
        "/a/*, /ab/*, false, false",
        "/a, /a/*, false, true",
        "/a, /a, true, true",
        "/a, /b, false, false",
        "*.x, /a.x, true, true",
        "*.x, /a.xx, false, false",
        "*.x, /a/*, false, true",
        "/a/*, *.x, false, true",
        "*.x, *.y, false, false",
    })
    void compares_patterns(String text, String other, boolean covers, boolean meets) {
        assertThat(new PatternReach(text).covers(other)).isEqualTo(covers);
        assertThat(new PatternReach(text).meets(other)).isEqualTo(meets);
    }
}
