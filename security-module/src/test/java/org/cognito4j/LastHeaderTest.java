package org.cognito4j;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class LastHeaderTest {

    private static final byte[] ONE = json("one");

    private final LastHeader last = new LastHeader();

    @Test
    void is_read_once_after_a_token_was_accepted() throws TokenRejected {
        JoseHeader read = last.parse(ONE);
        assertThat(last.parse(ONE)).isNotSameAs(read);

        last.remember(ONE, read);

        assertThat(last.parse(json("one"))).isSameAs(read);
    }

    @Test
    void stands_for_no_other_bytes() throws TokenRejected {
        last.remember(ONE, last.parse(ONE));

        assertThat(last.parse(json("two")).keyId()).isEqualTo("two");
        assertThat(last.parse(json("onf")).keyId()).isEqualTo("onf");
        assertThatThrownBy(() -> last.parse("{\"kid\":\"one\",\"alg\":\"none\"}".getBytes(UTF_8)))
                .isInstanceOf(TokenRejected.class);
        assertThatThrownBy(() -> last.parse(new byte[0])).isInstanceOf(TokenRejected.class);
    }

    /** {@code Aa} and {@code BB} have the same hash code, whatever stands around them. */
    @Test
    void stands_for_no_other_bytes_of_the_same_hash_code() throws TokenRejected {
        last.remember(json("Aa"), last.parse(json("Aa")));
        assertThat(Arrays.hashCode(json("Aa"))).isEqualTo(Arrays.hashCode(json("BB")));

        assertThat(last.parse(json("BB")).keyId()).isEqualTo("BB");
    }

    @Test
    void is_one_alone() throws TokenRejected {
        JoseHeader one = last.parse(ONE);
        last.remember(ONE, one);
        JoseHeader two = last.parse(json("two"));
        last.remember(json("two"), two);

        assertThat(last.parse(ONE)).isEqualTo(one).isNotSameAs(one);
        assertThat(last.parse(json("two"))).isSameAs(two);
    }

    private static byte[] json(String keyId) {
        return ("{\"kid\":\"" + keyId + "\",\"alg\":\"RS256\"}").getBytes(UTF_8);
    }
}
