package org.cognito4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Consumer;
import org.cognito4j.Verification.Accepted;
import org.cognito4j.Verification.Rejected;
import org.junit.jupiter.api.Test;

/** What it takes to make the verifier fetch keys. */
class UnknownKeyTest {

    private final TestPool pool = TestPool.create();
    private final TokenVerifier verifier = pool.verifier();

    @Test
    void fetches_keys_for_the_first_token_and_then_no_more() {
        assertThat(pool.fetches()).isZero();

        assertThat(verifier.verify(pool.token().mint())).isInstanceOf(Accepted.class);
        assertThat(verifier.verify(pool.token().mint())).isInstanceOf(Accepted.class);

        assertThat(pool.fetches()).isEqualTo(1);
    }

    @Test
    void fetches_keys_for_a_key_that_it_does_not_know() {
        assertThat(verifier.verify(pool.token().headerText("kid", "unknown").mint()))
                .isEqualTo(new Rejected(RejectionReason.UNKNOWN_KEY));
        assertThat(pool.fetches()).isEqualTo(1);
    }

    @Test
    void fetches_no_keys_for_junk() {
        assertCostsNoFetch(RejectionReason.TOKEN_MALFORMED, token -> token.text(text -> text + "."));
        assertCostsNoFetch(RejectionReason.TOKEN_TOO_LARGE, token -> token.text(text -> text.repeat(30)));
        assertCostsNoFetch(RejectionReason.TOKEN_ENCRYPTED, token -> token.text(text -> text + ".AA.AA"));
        assertCostsNoFetch(RejectionReason.HEADER_MALFORMED, token -> token.headerJson(json -> json + "x"));
        assertCostsNoFetch(RejectionReason.HEADER_UNSUPPORTED, token -> token.headerText("jku", "https://a.example"));
        assertCostsNoFetch(RejectionReason.WRONG_ALGORITHM, token -> token.headerText("alg", "none"));
        assertCostsNoFetch(RejectionReason.WRONG_TYPE, token -> token.headerText("typ", "x"));
        assertCostsNoFetch(RejectionReason.KEY_ID_INVALID, token -> token.withoutHeader("kid"));
        assertCostsNoFetch(RejectionReason.CLAIMS_MALFORMED, token -> token.payloadJson(json -> json + "x"));
        assertCostsNoFetch(
                RejectionReason.CLAIMS_MALFORMED,
                token -> token.payloadJson(json -> json.replace("{", "{\"client_id\":\"x\",")));
    }

    @Test
    void fetches_no_keys_for_tokens_that_it_would_refuse_anyway() {
        assertCostsNoFetch(RejectionReason.WRONG_ISSUER, token -> token.claimText("iss", "https://attacker.example"));
        assertCostsNoFetch(RejectionReason.ID_TOKEN, token -> token.claimText("token_use", "id"));
        assertCostsNoFetch(RejectionReason.WRONG_TOKEN_USE, token -> token.claimText("token_use", "refresh"));
        assertCostsNoFetch(RejectionReason.WRONG_CLIENT, token -> token.claimText("client_id", "other"));
        assertCostsNoFetch(RejectionReason.TIME_INVALID, token -> token.without("exp"));
        assertCostsNoFetch(
                RejectionReason.TOKEN_EXPIRED, token -> token.claim("exp", TestPool.NOW.getEpochSecond() - 60));
    }

    @Test
    void fetches_keys_for_a_token_that_lives_a_second_more() {
        verifier.verify(pool.token()
                .claim("exp", TestPool.NOW.getEpochSecond() - 59)
                .headerText("kid", "unknown")
                .mint());

        assertThat(pool.fetches()).isEqualTo(1);
    }

    private void assertCostsNoFetch(RejectionReason reason, Consumer<TokenDraft> mutation) {
        TokenDraft token = pool.token().headerText("kid", "unknown");
        mutation.accept(token);

        assertThat(verifier.verify(token.mint())).isEqualTo(new Rejected(reason));
        assertThat(pool.fetches()).as(reason.code()).isZero();
    }
}
