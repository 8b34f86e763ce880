package org.cognito4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.security.interfaces.RSAPublicKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Signatures that are refused are among the vectors; here are keys of other sizes. */
class SignatureCheckTest {

    @ParameterizedTest
    @ValueSource(ints = {2_048, 2_049, 2_055, 2_056, 3_072, 4_096})
    void passes_signatures_of_keys_of_each_size(int bits) throws TokenRejected {
        TestPool pool = TestPool.create().publish("sized", TestKeys.rsa("sized", bits));
        RSAPublicKey key = (RSAPublicKey) pool.key("sized").getPublic();

        assertThat(SignatureCheck.passes(CompactJws.parse(pool.token("sized").mint()), key))
                .isTrue();
        assertThat(SignatureCheck.passes(CompactJws.parse(pool.token().mint()), key))
                .isFalse();
    }

    @Test
    void passes_a_signature_that_begins_with_zeros() throws TokenRejected {
        TestPool pool = TestPool.create();
        CompactJws token;
        int tries = 0;
        do {
            token = CompactJws.parse(pool.token().claim("try", tries++).mint());
        } while (token.signature()[0] != 0);

        assertThat(SignatureCheck.passes(token, pool.publicKey())).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"0, false", "255, false", "256, true", "257, false", "512, false"})
    void looks_at_signatures_only_if_they_are_as_long_as_the_modulus(int bytes, boolean expected) {
        assertThat(SignatureCheck.representative(new byte[bytes], BigInteger.TWO.pow(2_047))
                        .isPresent())
                .isEqualTo(expected);
    }

    @Test
    void looks_at_signatures_only_if_they_are_smaller_than_the_modulus() {
        BigInteger modulus = BigInteger.TWO.pow(2_047).add(BigInteger.ONE);
        BigInteger largest = modulus.subtract(BigInteger.ONE);

        assertThat(SignatureCheck.representative(Pkcs1.fixed(largest, 256), modulus))
                .hasValue(largest);
        assertThat(SignatureCheck.representative(Pkcs1.fixed(modulus, 256), modulus))
                .isEmpty();
    }

    @Test
    void passes_nothing_by_a_key_that_is_too_short() throws TokenRejected {
        TestPool pool = TestPool.create().publish("short", TestKeys.rsa("short", 1_024));
        RSAPublicKey key = (RSAPublicKey) pool.key("short").getPublic();

        assertThat(SignatureCheck.passes(CompactJws.parse(pool.token("short").mint()), key))
                .isFalse();
    }

    /** No such key is ever kept; if one were, the provider's complaint must not count as a yes. */
    @Test
    void passes_nothing_by_a_key_that_the_provider_refuses() throws TokenRejected {
        CompactJws token = CompactJws.parse("AA.AA." + TokenDraft.base64(new byte[32]));

        assertThat(SignatureCheck.passes(token, new TinyKey())).isFalse();
    }

    @Test
    void can_be_asked_twice_about_one_token() throws TokenRejected {
        TestPool pool = TestPool.create();
        CompactJws token = CompactJws.parse(pool.token().mint());

        assertThat(SignatureCheck.passes(token, pool.publicKey())).isTrue();
        assertThat(SignatureCheck.passes(token, pool.publicKey())).isTrue();
    }

    /** Of 256 bits, which is half of what the JDK takes for a key at all. */
    private record TinyKey() implements RSAPublicKey {

        @Override
        public BigInteger getModulus() {
            return BigInteger.TWO.pow(255).add(BigInteger.ONE);
        }

        @Override
        public BigInteger getPublicExponent() {
            return BigInteger.valueOf(65_537);
        }

        @Override
        public String getAlgorithm() {
            return "RSA";
        }

        @Override
        public String getFormat() {
            return "X.509";
        }

        @Override
        public byte[] getEncoded() {
            return new byte[0];
        }
    }
}
