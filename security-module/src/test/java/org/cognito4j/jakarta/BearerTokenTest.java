package org.cognito4j.jakarta;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.cognito4j.jakarta.fake.Requests;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BearerTokenTest {

    @ParameterizedTest
    @ValueSource(strings = {"Bearer a.b-c_d~e+f/g==", "bearer x", "BEARER x", "bEaReR   x"})
    void is_present_whatever_the_case_of_the_scheme(String header) {
        assertThat(of(header)).isInstanceOf(BearerToken.Present.class);
    }

    @Test
    void is_what_stands_behind_the_scheme() {
        assertThat(of("Bearer a.b.c")).isEqualTo(new BearerToken.Present("a.b.c"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "Basic YTpi", "Bearerx", "Bearer-x", "Basic Bearer", "\"Bearer\" x", "Digest a=\"Bearer x\""
            })
    void is_absent_behind_other_schemes(String header) {
        assertThat(of(header)).isInstanceOf(BearerToken.Absent.class);
    }

    @Test
    void is_absent_without_a_header() {
        assertThat(of()).isInstanceOf(BearerToken.Absent.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bearer",
                "Bearer ",
                "Bearer:a",
                "Bearer,a",
                "Bearer\ta",
                "Basic YTpi, Bearer a",
                "Bearer a b",
                "Bearer a,b",
                "Bearer a, Bearer b",
                "Bearer \"a\"",
                "Bearer a\tb",
                "Bearer a\nb",
                "Bearer \u00e4",
                "Bearer a=b",
                "Bearer ="
            })
    void is_malformed_if_it_is_not_one_token(String header) {
        assertThat(of(header)).isInstanceOf(BearerToken.Malformed.class);
    }

    @Test
    void is_of_the_characters_of_its_grammar_and_no_others() {
        Pattern grammar = Pattern.compile("(?i:Bearer) +([A-Za-z0-9._~+/-]+=*)");
        for (char c = 0; c < 0x250; c++) {
            for (String header : List.of("Bearer a" + c + "b", "Bearer " + c, "Bearer a" + c, "Beare" + c + " a")) {
                assertThat(of(header) instanceof BearerToken.Present)
                        .as("%s at %d", header, (int) c)
                        .isEqualTo(grammar.matcher(header).matches());
            }
        }
    }

    @Test
    void is_malformed_in_two_headers_of_which_one_is_ours() {
        assertThat(of("Bearer a", "Bearer b")).isInstanceOf(BearerToken.Malformed.class);
        assertThat(of("Basic YTpi", "Bearer b")).isInstanceOf(BearerToken.Malformed.class);
        assertThat(of("Bearer a", "Bearer a")).isInstanceOf(BearerToken.Malformed.class);
    }

    @Test
    void does_not_show_itself() {
        assertThat(of("Bearer secret").toString()).doesNotContain("secret");
    }

    private static BearerToken of(String... headers) {
        return BearerToken.of(Requests.withAuthorization(headers));
    }
}
