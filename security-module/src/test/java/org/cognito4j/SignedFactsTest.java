package org.cognito4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.cognito4j.Verification.Accepted;
import org.cognito4j.Verification.Rejected;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SignedFactsTest {

    /** The reasons that are found before the signature is checked, or by checking it. */
    private static final Set<RejectionReason> BEFORE_THE_SIGNATURE = EnumSet.of(
            RejectionReason.TOKEN_TOO_LARGE,
            RejectionReason.TOKEN_ENCRYPTED,
            RejectionReason.TOKEN_MALFORMED,
            RejectionReason.HEADER_MALFORMED,
            RejectionReason.HEADER_UNSUPPORTED,
            RejectionReason.WRONG_ALGORITHM,
            RejectionReason.WRONG_TYPE,
            RejectionReason.KEY_ID_INVALID,
            RejectionReason.WRONG_ISSUER,
            RejectionReason.UNKNOWN_KEY,
            RejectionReason.BAD_SIGNATURE);

    private final TestPool pool = TestPool.create();

    static List<Vector> vectors() {
        return Vectors.all().stream()
                .filter(vector -> vector.reason().isPresent())
                .toList();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("vectors")
    void are_there_only_if_the_signature_was_checked(Vector vector) {
        TokenVerifier verifier = Vectors.verifier(vector.service());
        verifier.verify(Vectors.POOL.token().mint()); // which fetches the keys
        Rejected rejected = (Rejected) verifier.verify(Vectors.token(vector));

        if (BEFORE_THE_SIGNATURE.contains(rejected.reason())) {
            assertThat(rejected.facts()).isEmpty();
        } else if (rejected.reason() != RejectionReason.CLAIMS_MALFORMED) { // which part of them decides
            assertThat(rejected.facts())
                    .hasValueSatisfying(
                            facts -> assertThat(facts.userPool()).isEqualTo(UserPool.of("eu-west-1_AbCdEfGhI")));
        }
    }

    @Test
    void name_the_client_and_the_token() {
        SignedFacts facts = facts(
                pool.verifier(
                        pool.settings().clientName(TestPool.CLIENT, "Shop").build()),
                pool.token()
                        .claimText("jti", "jti-1")
                        .claimText("scope", "orders/read  orders/write")
                        .claim("exp", "1"));

        assertThat(facts.clientId()).hasValue(TestPool.CLIENT);
        assertThat(facts.clientName()).hasValue("Shop");
        assertThat(facts.tokenId()).hasValue("jti-1");
        assertThat(facts.username()).isEmpty();
        assertThat(facts.scopes()).containsExactly("orders/read", "orders/write");
        assertThat(facts).hasToString("SignedFacts[pool=eu-west-1_AbCdEfGhI]");
    }

    @Test
    void name_a_client_that_is_not_configured() {
        SignedFacts facts = facts(pool.verifier(), pool.token().claimText("client_id", "unknown"));

        assertThat(facts.clientId()).hasValue("unknown");
        assertThat(facts.clientName()).isEmpty();
    }

    @Test
    void name_the_client_that_an_id_token_was_issued_to() {
        SignedFacts facts = facts(
                pool.verifier(),
                pool.token()
                        .without("client_id")
                        .claimText("token_use", "id")
                        .claimText("aud", TestPool.CLIENT)
                        .claimText("cognito:username", "alice"));

        assertThat(facts.clientId()).hasValue(TestPool.CLIENT);
        assertThat(facts.username()).hasValue("alice");
    }

    @Test
    void name_nobody_where_claims_have_other_types() {
        SignedFacts facts = facts(
                pool.verifier(),
                pool.token().claim("client_id", "7").claim("jti", "[]").claim("scope", "{}"));

        assertThat(facts.clientId()).isEmpty();
        assertThat(facts.tokenId()).isEmpty();
        assertThat(facts.scopes()).isEmpty();
    }

    @Test
    void are_there_for_a_remembered_token_that_a_new_policy_refuses() {
        TokenVerifier verifier = pool.verifier();
        String token = pool.token().mint();
        assertThat(verifier.verify(token))
                .isInstanceOfSatisfying(
                        Accepted.class,
                        first -> assertThat(first.isRemembered()).isFalse());
        assertThat(verifier.verify(token))
                .isInstanceOfSatisfying(
                        Accepted.class,
                        again -> assertThat(again.isRemembered()).isTrue());

        verifier.replacePolicy(
                List.of(pool.settings().clientDenied(TestPool.CLIENT, true).build()));

        assertThat(verifier.verify(token)).isInstanceOfSatisfying(Rejected.class, rejected -> {
            assertThat(rejected.reason()).isEqualTo(RejectionReason.CLIENT_DENIED);
            assertThat(rejected.isRemembered()).isTrue();
            assertThat(rejected.facts().orElseThrow().clientId()).hasValue(TestPool.CLIENT);
        });
        assertThat(verifier.cacheHits()).isEqualTo(1);
    }

    /** Junk is not worth a fetch of keys, so its signature was not checked. */
    @Test
    void are_not_there_before_the_keys_are() {
        Rejected rejected = (Rejected) pool.verifier()
                .verify(pool.token().claimText("client_id", "unknown").mint());

        assertThat(rejected.reason()).isEqualTo(RejectionReason.WRONG_CLIENT);
        assertThat(rejected.facts()).isEmpty();
    }

    private SignedFacts facts(TokenVerifier verifier, TokenDraft token) {
        verifier.verify(pool.token().mint()); // which fetches the keys
        return ((Rejected) verifier.verify(token.mint())).facts().orElseThrow();
    }
}
