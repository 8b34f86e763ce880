package org.cognito4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestFactsTest {

    @Test
    void find_a_header_in_any_case() {
        RequestFacts facts = new RequestFacts("GET", "/", "", Map.of("X-Tenant", "acme"));

        assertThat(facts.header("x-tenant")).contains("acme");
        assertThat(facts.header("X-TENANT")).contains("acme");
        assertThat(facts.header("other")).isEmpty();
    }

    @Test
    void hold_no_credentials() {
        RequestFacts facts = new RequestFacts(
                "GET", "/", "", Map.of("Authorization", "Bearer x", "COOKIE", "a=b", "proxy-authorization", "x"));

        assertThat(facts.headers()).isEmpty();
        assertThat(facts.toString()).isEqualTo("RequestFacts[GET /]");
    }

    @Test
    void leave_out_what_is_too_much() {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("long", "x".repeat(4_097));
        headers.put("longest", "x".repeat(4_096));
        for (int i = 0; i < 200; i++) {
            headers.put("h" + i, "x");
        }
        RequestFacts facts = new RequestFacts("GET", "/", "", headers);

        assertThat(facts.headers()).hasSize(100).containsKey("longest").doesNotContainKey("long");
    }

    @Test
    void do_not_change() {
        Map<String, String> headers = new LinkedHashMap<>();
        RequestFacts facts = new RequestFacts("GET", "/", "", headers);
        headers.put("x", "y");

        assertThat(facts.headers()).isEmpty();
        assertThatThrownBy(() -> facts.headers().put("x", "y")).isInstanceOf(UnsupportedOperationException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "A", "a b", "-a", "a_b", "a\n", "ä"})
    void a_denial_has_a_code_of_small_letters_digits_and_hyphens(String code) {
        assertThatThrownBy(() -> Denial.of(code)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_denial_is_short() {
        assertThat(Denial.of("a".repeat(64)).code()).hasSize(64);
        assertThatThrownBy(() -> Denial.of("a".repeat(65))).isInstanceOf(IllegalArgumentException.class);
        assertThat(Denial.of("a").withDetail("x".repeat(300)).detail()).hasSize(200);
        assertThat(Denial.of("a").withDetail("\u001b[31m\r\n").detail()).isEqualTo("\\u001b[31m\\u000d\\u000a");
        assertThat(Denial.of("a").rememberedFor(Denial.LONGEST).rememberedFor()).isEqualTo(Duration.ofHours(1));
        for (Duration odd : new Duration[] {Duration.ofNanos(-1), Denial.LONGEST.plusNanos(1)}) {
            assertThatThrownBy(() -> Denial.of("a").rememberedFor(odd)).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
