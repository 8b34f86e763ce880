package org.cognito4j.localpool.testing;

import static org.assertj.core.api.Assertions.assertThat;

import org.cognito4j.localpool.LocalCognito;
import org.cognito4j.localpool.LocalPool;
import org.cognito4j.localpool.TestTokens;
import org.jose4j.jwk.HttpsJwks;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.ErrorCodes;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.HttpsJwksVerificationKeyResolver;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@WithLocalPool(scopes = {"orders/read", "https://api.example.com/orders/write"})
class WithLocalPoolTest {
    private static LocalPool earliest;

    @BeforeAll
    static void take_the_pool(LocalPool pool) {
        earliest = pool;
    }

    @AfterAll
    static void still_has_the_pool(LocalPool pool) {
        assertThat(pool.keyIds()).hasSize(2);
    }

    @Test
    void hands_out_one_pool_and_its_server(LocalPool pool, LocalCognito server) {
        assertThat(pool).isSameAs(earliest);
        assertThat(pool.server()).isSameAs(server);
    }

    @Test
    void hands_out_tokens_that_a_verifier_accepts(LocalPool pool, TestTokens tokens) throws Exception {
        JwtClaims claims = verifier(pool).processToClaims(tokens.with("orders/read"));

        assertThat(claims.getStringClaimValue("scope")).isEqualTo("orders/read");
    }

    @Test
    void hands_out_tokens_that_a_verifier_refuses(LocalPool pool, TestTokens tokens) {
        JwtConsumer verifier = verifier(pool);

        assertThat(refusal(verifier, tokens.expired())).isEqualTo(ErrorCodes.EXPIRED);
        assertThat(refusal(verifier, tokens.forged())).isEqualTo(ErrorCodes.SIGNATURE_INVALID);
        assertThat(refusal(verifier, tokens.ofWrongPool())).isEqualTo(ErrorCodes.ISSUER_INVALID);
    }

    private static JwtConsumer verifier(LocalPool pool) {
        return new JwtConsumerBuilder()
                .setRequireExpirationTime()
                .setExpectedIssuer(pool.issuer())
                .setVerificationKeyResolver(new HttpsJwksVerificationKeyResolver(
                        new HttpsJwks(pool.keySetAddress().toString())))
                .build();
    }

    private static int refusal(JwtConsumer verifier, String token) {
        try {
            verifier.process(token);
        } catch (InvalidJwtException e) {
            return e.getErrorDetails().get(0).getErrorCode();
        }
        throw new AssertionError("The verifier accepted a token it had to refuse");
    }

    @Nested
    class InANestedClass {
        @Test
        void shares_the_pool(LocalPool pool) {
            assertThat(pool).isSameAs(earliest);
        }
    }
}
