package org.cognito4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** Lists that are refused are among the vectors; here is what the others hold. */
class ScopeListTest {

    @Test
    void keeps_the_order_and_drops_what_comes_twice() throws TokenRejected {
        assertThat(scopes("b/x a/y b/x")).containsExactly("b/x", "a/y");
    }

    @Test
    void keeps_case() throws TokenRejected {
        assertThat(scopes("api/I api/i")).containsExactly("api/I", "api/i");
    }

    @Test
    void separates_at_spaces_only() throws TokenRejected {
        assertThat(scopes("a,b;c:d/e a")).containsExactly("a,b;c:d/e", "a");
    }

    @Test
    void finds_none_in_an_empty_list() throws TokenRejected {
        assertThat(scopes("")).isEmpty();
        assertThat(ScopeList.parse(new Claims(Map.of()))).isEmpty();
    }

    @Test
    void knows_every_character_of_a_scope() {
        for (int c = 0; c < 0x110; c++) {
            boolean allowed = c >= 0x21 && c <= 0x7E && c != '"' && c != '\\';
            assertThat(ScopeList.isScope("a" + (char) c)).as("character %x", c).isEqualTo(allowed);
        }
    }

    @Test
    void takes_no_empty_scope() {
        assertThat(ScopeList.isScope("")).isFalse();
    }

    private static Iterable<String> scopes(String list) throws TokenRejected {
        return ScopeList.parse(new Claims(Map.of("scope", list)));
    }
}
