package org.cognito4j;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
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

    @Test
    void is_that_of_a_token_that_a_verifier_accepted() throws TokenRejected {
        TestPool pool = TestPool.create();
        String token = pool.token().mint();
        byte[] header = CompactJws.parse(token).header();
        TokenVerifier verifier = pool.verifier();

        verifier.verify(pool.token().claimText("client_id", "stranger").mint());
        assertThat(isKnown(header, verifier)).isFalse();
        verifier.verify(token);
        assertThat(isKnown(header, verifier)).isTrue();
    }

    @Test
    void is_not_that_of_a_token_that_nobody_can_judge() throws TokenRejected {
        TestPool pool = TestPool.create();
        String token = pool.token().mint();
        TokenVerifier verifier = TokenVerifier.of(
                List.of(pool.settings().build()),
                InstantSource.fixed(TestPool.NOW),
                settings -> pool.keyRing(
                        settings,
                        timeout -> {
                            throw new KeySetUnavailable("nobody answers");
                        },
                        new TestPool.RunsAtOnce()));

        assertThat(verifier.verify(token)).isInstanceOf(Verification.Unavailable.class);
        assertThat(isKnown(CompactJws.parse(token).header(), verifier)).isFalse();
    }

    private static boolean isKnown(byte[] header, TokenVerifier verifier) throws TokenRejected {
        return verifier.lastHeader().parse(header) == verifier.lastHeader().parse(header);
    }

    private static byte[] json(String keyId) {
        return ("{\"kid\":\"" + keyId + "\",\"alg\":\"RS256\"}").getBytes(UTF_8);
    }
}
