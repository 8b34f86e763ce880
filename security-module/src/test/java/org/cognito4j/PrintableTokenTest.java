package org.cognito4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrintableTokenTest {

    private static final String BASE64URL = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a            | one part",
                "a.b          | 2 parts",
                "a.b.c        | 3 parts",
                "a.b.         | 3 parts",
                "a.b.c.d.e    | 5 parts",
                "a.b.c=       | 3 parts, with characters that are not base64url",
                "Bearer a.b.c | 3 parts, with the word Bearer before it",
                "bearer a.b.c | 3 parts, with the word Bearer before it",
            })
    void tells_the_form_by_numbers(String token, String form) {
        assertThat(new PrintableToken(token).form()).isEqualTo(form);
    }

    @Test
    void knows_every_character_of_base64url() {
        for (char c = 0; c < 0x110; c++) {
            String form = new PrintableToken("a.b.c" + c).form();
            assertThat(form.endsWith("base64url"))
                    .as("U+%04X", (int) c)
                    .isEqualTo(c != '.' && BASE64URL.indexOf(c) < 0);
        }
    }

    @Test
    void tells_the_length() {
        assertThat(new PrintableToken("a.b.c").length()).isEqualTo("5 characters");
    }

    @Test
    void shows_values_of_every_kind_in_one_line() {
        Map<String, Object> members = new HashMap<>(Map.of(
                "text",
                "a\nb",
                "number",
                7L,
                "flag",
                true,
                "texts",
                List.of("a", "b"),
                "mixed",
                Arrays.asList("a", null),
                "object",
                Map.of("a", 1)));
        members.put("nothing", null);

        assertThat(List.of("text", "number", "flag", "texts", "mixed", "object", "nothing", "other"))
                .extracting(name -> new PrintableToken("a.b.c").member(members, name))
                .containsExactly(
                        "text = \"a\\u000ab\"",
                        "number = 7",
                        "flag = true",
                        "texts = the list \"a, b\"",
                        "mixed = a list",
                        "object = an object",
                        "nothing = null, a list or an object",
                        "other is missing");
    }

    @Test
    void shows_names_in_their_order() {
        assertThat(new PrintableToken("a.b.c").names(List.of("kid", "alg"))).isEqualTo("\"alg, kid\"");
    }

    @Test
    void shows_a_time_where_there_is_one() {
        PrintableToken shown = new PrintableToken("a.b.c");

        assertThat(shown.time(new Claims(Map.of("exp", 0L)), "exp")).isEqualTo("exp = 1970-01-01T00:00:00Z");
        assertThat(shown.time(new Claims(Map.of("exp", "soon")), "exp")).isEqualTo("exp = \"soon\"");
        assertThat(shown.time(new Claims(Map.of()), "exp")).isEqualTo("exp is missing");
    }

    @Test
    void shows_no_text_that_holds_the_signature_unless_it_is_too_short_for_one() {
        String signature = "S".repeat(16);
        Map<String, Object> members = Map.of("text", "before" + signature + "behind");

        assertThat(new PrintableToken("a.b." + signature).member(members, "text"))
                .isEqualTo("text = (not shown: it holds the signature)");
        assertThat(new PrintableToken("a.b." + signature.substring(1)).member(members, "text"))
                .contains(signature);
    }
}
