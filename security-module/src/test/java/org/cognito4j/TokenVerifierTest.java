package org.cognito4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.cognito4j.Verification.Accepted;
import org.cognito4j.Verification.Rejected;
import org.cognito4j.Verification.Unavailable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

    /** What bounds the reading of claims that may be a stranger's must not judge claims that are signed. */
    @ParameterizedTest
    @ValueSource(ints = {189, 190, 191, 192, 600, 1_900})
    void accepts_a_genuine_token_with_very_many_claims(int claims) {
        TokenDraft draft = pool.token().payloadJson(json -> "{" + members(claims) + json.substring(1));
        VerifierSettings settings = pool.settings().maxTokenSize(65_536).build();
        assertThat(pool.verifier(settings).verify(draft.mint())).isInstanceOf(Accepted.class);
        assertThat(pool.verifier(settings)
                        .verify(draft.signatureBytes(bytes -> new byte[256]).mint()))
                .isEqualTo(new Rejected(RejectionReason.BAD_SIGNATURE));
    }

    @Test
    void refuses_more_claims_than_any_token_has_only_after_the_signature() {
        TokenDraft draft = pool.token().payloadJson(json -> "{" + members(2_001) + json.substring(1));
        VerifierSettings settings = pool.settings().maxTokenSize(65_536).build();
        assertThat(pool.verifier(settings).verify(draft.mint()))
                .isEqualTo(new Rejected(RejectionReason.CLAIMS_MALFORMED));
        assertThat(pool.verifier(settings)
                        .verify(draft.signatureBytes(bytes -> new byte[256]).mint()))
                .isEqualTo(new Rejected(RejectionReason.BAD_SIGNATURE));
    }

    private static String members(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "\"" + Integer.toString(i, 36) + "\":1,")
                .collect(Collectors.joining());
    }
}
