package org.cognito4j.jakarta.constraint;

import static org.assertj.core.api.Assertions.assertThat;

import org.cognito4j.SettingFault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PatternShapeTest {

    @ParameterizedTest
    @CsvSource({
        "/star*, Write /star/*",
        "/orders/**, Write /orders/*",
        "/a/*/b, Write /a/*",
        "/*.json, Write /*",
        "/orders*/x, Write /orders/*",
        "orders/*, Write /orders/*",
        "*/orders, Write /orders",
        "*, Write /",
        "*.tar.gz, Write a pattern like",
        "*., Write a pattern like",
        "/orders?x=1, Write the path",
        "/orders;v=1/*, Write the path",
        "/a//b, Write the path",
        "/a/../b/*, Write the path",
    })
    void finds_a_pattern_that_matches_less_than_it_says(String pattern, String remedy) {
        assertThat(PatternShape.of("filter orders", pattern).map(SettingFault::toString))
                .get()
                .asString()
                .startsWith("filter orders: the url-pattern \"" + pattern + "\" ")
                .contains(remedy);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/*", "/orders", "/orders/*", "/a.b/c-d", "*.json", "/~user/*", "/caf\u00e9"})
    void allows_a_pattern_of_the_specification(String pattern) {
        assertThat(PatternShape.ofFilter("filter orders", pattern)).isEmpty();
    }

    @Test
    void allows_the_default_pattern_and_the_root_for_constraints_only() {
        assertThat(PatternShape.of("constraint", "/")).isEmpty();
        assertThat(PatternShape.of("constraint", "")).isEmpty();
        assertThat(PatternShape.ofFilter("filter", "/")).isPresent();
        assertThat(PatternShape.ofFilter("filter", "")).isPresent();
    }
}
