package org.cognito4j.net;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Texts that are refused are among the vectors; here is what the others become. */
class StrictJsonTest {

    private static final int ENOUGH = 100;

    @Test
    void gives_each_value_its_type() throws StrictJson.Malformed {
        Map<String, Object> object = object("{\"text\":\"a\",\"yes\":true,\"no\":false,\"whole\":7,\"decimal\":7.5}");

        assertThat(object)
                .containsExactly(
                        entry("text", "a"),
                        entry("yes", true),
                        entry("no", false),
                        entry("whole", 7L),
                        entry("decimal", new BigDecimal("7.5")));
    }

    @Test
    void keeps_null_as_a_value() throws StrictJson.Malformed {
        assertThat(object("{\"none\":null}")).containsEntry("none", null);
    }

    @Test
    void takes_integers_of_18_digits_for_longs() throws StrictJson.Malformed {
        assertThat(object("{\"n\":999999999999999999}")).containsEntry("n", 999_999_999_999_999_999L);
        assertThat(object("{\"n\":-999999999999999999}")).containsEntry("n", -999_999_999_999_999_999L);
    }

    @Test
    void takes_longer_integers_for_decimals() throws StrictJson.Malformed {
        assertThat(object("{\"n\":1000000000000000000}")).containsEntry("n", new BigDecimal("1000000000000000000"));
    }

    @Test
    void takes_integers_with_an_exponent_for_decimals() throws StrictJson.Malformed {
        assertThat(object("{\"n\":1e2}")).containsEntry("n", new BigDecimal("1e2"));
    }

    @Test
    void takes_numbers_of_400_decimal_places_and_no_more() throws StrictJson.Malformed {
        assertThat(object("{\"n\":1e-400}")).containsEntry("n", new BigDecimal("1e-400"));
        assertMalformed("{\"n\":1e-401}");
        assertThat(object("{\"n\":0e400}")).containsEntry("n", new BigDecimal("0e400"));
        assertMalformed("{\"n\":0e401}");
    }

    @Test
    void takes_the_largest_double_and_nothing_larger() throws StrictJson.Malformed {
        BigDecimal largest = new BigDecimal(Double.MAX_VALUE);
        assertThat(object("{\"n\":1.7976931348623157e308}")).containsKey("n");
        assertThat(object("{\"n\":-1.7976931348623157e308}")).containsKey("n");
        assertMalformed("{\"n\":1.7976931348623158e308}");
        assertMalformed("{\"n\":-1.7976931348623158e308}");
        assertThat(new BigDecimal("1.7976931348623158e308")).isGreaterThan(largest);
    }

    @Test
    void takes_numbers_of_128_characters_and_no_more() throws StrictJson.Malformed {
        assertThat(object("{\"n\":" + "1".repeat(128) + "}")).containsKey("n");
        assertMalformed("{\"n\":" + "1".repeat(129) + "}");
    }

    @Test
    void unescapes_names_and_texts() throws StrictJson.Malformed {
        assertThat(object("{\"\\u0061\\/\":\"\\n\\uD83D\\uDE00\"}")).containsEntry("a/", "\n\uD83D\uDE00");
    }

    @Test
    void counts_values_at_all_depths() throws StrictJson.Malformed {
        byte[] seven = "{\"a\":[1,2,{\"b\":3}],\"c\":[[]]}".getBytes(UTF_8);

        assertThat(StrictJson.object(seven, 7)).containsKeys("a", "c");
        assertThatThrownBy(() -> StrictJson.object(seven, 6)).isInstanceOf(StrictJson.Malformed.class);
    }

    @Test
    void gives_nothing_that_can_be_changed() throws StrictJson.Malformed {
        Map<String, Object> object = object("{\"a\":[1],\"b\":{}}");

        assertThatThrownBy(() -> object.put("c", 1)).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> ((List<?>) object.get("a")).clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> ((Map<?, ?>) object.get("b")).clear())
                .isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void reads_named_members_and_over_the_others() throws StrictJson.Malformed {
        assertThat(members("{\"x\":[{\"iss\":1}],\"iss\":\"a\",\"y\":{\"exp\":[]},\"exp\":2}"))
                .containsOnly(entry("iss", "a"), entry("exp", 2L));
    }

    @Test
    void reads_over_the_content_of_a_named_member_that_is_not_simple() throws StrictJson.Malformed {
        assertThat(members("{\"iss\":[\"a\"],\"exp\":{\"exp\":1}}"))
                .containsOnly(entry("iss", null), entry("exp", null));
    }

    @Test
    void refuses_a_named_member_that_comes_twice() {
        assertThatThrownBy(() -> members("{\"iss\":\"a\",\"iss\":\"b\"}")).isInstanceOf(StrictJson.Malformed.class);
        assertThatThrownBy(() -> members("{\"iss\":[],\"\\u0069ss\":\"b\"}")).isInstanceOf(StrictJson.Malformed.class);
    }

    @Test
    void refuses_bad_grammar_in_what_it_reads_over() {
        for (String bad :
                List.of("[1,]", "{\"a\"}", "tru", "\"\\x\"", "\"\t\"", "01", "{]", "[}", "[", "{", "1 2", "'a'")) {
            assertThatThrownBy(() -> members("{\"x\":" + bad + "}")).as(bad).isInstanceOf(StrictJson.Malformed.class);
        }
    }

    @Test
    void checks_the_grammar_up_to_200_names() throws StrictJson.Malformed {
        String bad = "\"a\":tru}}";
        assertThatThrownBy(() -> members("{\"x\":{" + "\"a\":1,".repeat(198) + bad))
                .isInstanceOf(StrictJson.Malformed.class);
        assertThat(members("{\"x\":{" + "\"a\":1,".repeat(200) + bad)).isEmpty();
    }

    @Test
    void finds_named_members_among_any_number_of_others() throws StrictJson.Malformed {
        String many = "\"a\":{\"iss\":[\"}\",\"\\\"\"]},".repeat(2_000);
        for (String space : List.of("", " ", "\n\t ")) {
            assertThat(members("{" + many + space + "\"iss\"" + space + ":" + space + "\"a\\u0062\"" + space + ","
                            + many + "\"exp\":" + space + "17.5" + space + "}"))
                    .containsOnly(entry("iss", "ab"), entry("exp", new BigDecimal("17.5")));
        }
        assertThat(members("{" + many + "\"iss\":{\"exp\":1},\"exp\":[2]}"))
                .containsOnly(entry("iss", null), entry("exp", null));
        assertThat(members("{" + many + "\"iss\":\"" + "x".repeat(600) + "\"}")).containsOnly(entry("iss", null));
    }

    @Test
    void refuses_named_members_that_come_twice_or_are_no_values_among_any_number_of_others() {
        String many = "\"a\":1,".repeat(2_000);
        for (String bad : List.of(
                "\"iss\":1,\"iss\":1}", "\"iss\"}", "\"iss\":}", "\"iss\":tru}", "\"iss\":\"x", "\"iss\":", "\"x")) {
            assertThatThrownBy(() -> members("{" + many + bad)).as(bad).isInstanceOf(StrictJson.Malformed.class);
        }
    }

    @Test
    void refuses_half_a_pair_of_surrogates() throws StrictJson.Malformed {
        for (String half : List.of("\\ud83d", "\\ude00", "\\ud83dx", "x\\ude00", "\\ude00\\ud83d", "\\ud83d\\ud83d")) {
            assertMalformed("{\"a\":\"" + half + "\"}");
            assertMalformed("{\"" + half + "\":1}");
        }
        assertThat(object("{\"a\":\"\\ud83d\\ude00x\\ud83d\\ude00\"}")).containsEntry("a", "\uD83D\uDE00x\uD83D\uDE00");
    }

    @Test
    void says_nothing_about_the_text_that_it_refuses() {
        assertThatThrownBy(() -> object("{\"secret\"}"))
                .hasMessage(null)
                .hasNoCause()
                .satisfies(e -> assertThat(e.getStackTrace()).isEmpty());
    }

    private static Map<String, Object> object(String json) throws StrictJson.Malformed {
        return StrictJson.object(json.getBytes(UTF_8), ENOUGH);
    }

    private static Map<String, Object> members(String json) throws StrictJson.Malformed {
        return StrictJson.members(Set.of("iss", "exp"), json.getBytes(UTF_8));
    }

    private static void assertMalformed(String json) {
        assertThatThrownBy(() -> object(json)).as(json).isInstanceOf(StrictJson.Malformed.class);
    }
}
