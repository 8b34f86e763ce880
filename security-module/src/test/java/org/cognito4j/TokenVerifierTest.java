package org.cognito4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.cognito4j.Verification.Accepted;
import org.cognito4j.Verification.Rejected;
import org.cognito4j.Verification.Unavailable;
import org.junit.jupiter.api.Test;

class TokenVerifierTest {

    private final TestPool pool = TestPool.create();

    @Test
    void is_unavailable_after_it_was_closed() {
        TokenVerifier verifier = pool.verifier();
        String token = pool.token().mint();
        assertThat(verifier.verify(token)).isInstanceOf(Accepted.class);

        verifier.close();
        verifier.close();

        assertThat(verifier.verify(token)).isInstanceOf(Unavailable.class);
    }

    @Test
    void refuses_bad_tokens_even_after_it_was_closed() {
        TokenVerifier verifier = pool.verifier();
        verifier.close();

        assertThat(verifier.verify("junk")).isEqualTo(new Rejected(RejectionReason.TOKEN_MALFORMED));
    }

    @Test
    void reads_the_clock_at_each_verification() {
        AtomicReference<Instant> now = new AtomicReference<>(TestPool.NOW);
        VerifierSettings settings = pool.settings().clockSkew(Duration.ZERO).build();
        TokenVerifier verifier = TokenVerifier.of(List.of(settings), now::get, pool::keyRing);
        String token = pool.token().mint();

        assertThat(verifier.verify(token)).isInstanceOf(Accepted.class);
        now.set(TestPool.NOW.plusSeconds(3_600).minusNanos(1));
        assertThat(verifier.verify(token)).isInstanceOf(Accepted.class);
        now.set(TestPool.NOW.plusSeconds(3_600));
        assertThat(verifier.verify(token)).isEqualTo(new Rejected(RejectionReason.TOKEN_EXPIRED));
        now.set(TestPool.NOW.minusNanos(1));
        assertThat(verifier.verify(token)).isEqualTo(new Rejected(RejectionReason.ISSUED_IN_FUTURE));
    }

    @Test
    void takes_a_token_of_exactly_the_size_that_is_set() {
        String token = pool.token().claimText("x", "x".repeat(1_024)).mint();

        assertThat(verify(token, token.length())).isInstanceOf(Accepted.class);
        assertThat(verify(token, token.length() - 1)).isEqualTo(new Rejected(RejectionReason.TOKEN_TOO_LARGE));
    }

    private Verification verify(String token, int maxTokenSize) {
        return pool.verifier(pool.settings().maxTokenSize(maxTokenSize).build()).verify(token);
    }

    @Test
    void takes_the_settings_of_several_pools() {
        TestPool other = new TestPool("us-east-1_ZyXwVuTsR");
        try (TokenVerifier verifier =
                TokenVerifier.of(pool.settings().build(), other.settings().build())) {
            assertThat(verifier.verify(other.token()
                            .claimText("iss", "https://else.example")
                            .mint()))
                    .isEqualTo(new Rejected(RejectionReason.WRONG_ISSUER));
            for (TestPool each : List.of(pool, other)) {
                assertThat(verifier.verify(
                                each.token().claimText("client_id", "else").mint()))
                        .isEqualTo(new Rejected(RejectionReason.WRONG_CLIENT));
            }
        }
    }

    @Test
    void fetches_keys_before_the_first_token_if_told_to_and_does_so_once() {
        TokenVerifier verifier = pool.verifier();

        verifier.beginFetching();
        verifier.beginFetching();

        assertThat(pool.fetches()).isEqualTo(1);
        assertThat(verifier.keyStates())
                .singleElement()
                .satisfies(state -> assertThat(state.keyIds()).contains(TestPool.KEY_ID));
    }
}
