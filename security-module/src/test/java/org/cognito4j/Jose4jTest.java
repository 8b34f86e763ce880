package org.cognito4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.security.interfaces.RSAPublicKey;
import org.jose4j.jca.ProviderContext;
import org.jose4j.jws.RsaUsingShaAlgorithm.RsaSha256;
import org.jose4j.lang.InvalidKeyException;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Another library's RS256: whatever it refuses is refused here, too. */
class Jose4jTest {

    private static final RsaSha256 RS256 = new RsaSha256();

    /** The size of an RSA key is all that it looks at. */
    @ParameterizedTest
    @ValueSource(ints = {512, 1_024, 2_040, 2_047})
    void refuses_no_key_that_we_would_use(int bits) throws KeySetUnavailable, TokenRejected {
        TestPool pool = TestPool.create().publish("refused", TestKeys.rsa("refused", bits));
        RSAPublicKey key = (RSAPublicKey) pool.key("refused").getPublic();

        assertThatThrownBy(() -> RS256.validateVerificationKey(key)).isInstanceOf(InvalidKeyException.class);
        assertThat(pool.published().keys()).containsKey(TestPool.KEY_ID).doesNotContainKey("refused");
        assertThat(SignatureCheck.passes(CompactJws.parse(pool.token("refused").mint()), key))
                .isFalse();
    }

    @Test
    void passes_every_signature_that_we_pass() throws JoseException {
        RSAPublicKey key = Vectors.POOL.publicKey();
        int passed = 0;
        for (Vector vector : Vectors.all()) {
            try {
                CompactJws token = CompactJws.parse(Vectors.token(vector));
                if (SignatureCheck.passes(token, key)) {
                    assertThat(passes(token, key)).as(vector.id()).isTrue();
                    passed++;
                }
            } catch (TokenRejected e) {
                // no token, so no signature
            }
        }
        assertThat(passed).isGreaterThan(100);
    }

    private static boolean passes(CompactJws token, RSAPublicKey key) throws JoseException {
        ByteBuffer signed = token.signedBytes().duplicate();
        byte[] bytes = new byte[signed.remaining()];
        signed.get(bytes);
        return RS256.verifySignature(token.signature(), key, bytes, new ProviderContext());
    }
}
