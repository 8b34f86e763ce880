package org.cognito4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.Provider;
import java.security.ProviderException;
import java.security.Security;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.RSAPublicKeySpec;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The same numbers, whoever does the arithmetic. */
class RsaPrimitiveTest {

    private static final KeyPair KEYS = TestKeys.rsa("primitive", 2_056);
    private static final RSAPublicKey KEY = (RSAPublicKey) KEYS.getPublic();

    static Stream<RsaPrimitive> primitives() {
        return Stream.of(
                RsaPrimitive.quickest(),
                RsaPrimitive.by(Security.getProvider("SunJCE")),
                RsaPrimitive.by(new WithoutCiphers()),
                RsaPrimitive.by(new BreakingDown()));
    }

    @ParameterizedTest
    @MethodSource("primitives")
    void undoes_what_the_secret_key_does(RsaPrimitive primitive) {
        RSAPrivateKey secret = (RSAPrivateKey) KEYS.getPrivate();
        BigInteger most = KEY.getModulus().subtract(BigInteger.ONE);

        for (BigInteger number : new BigInteger[] {BigInteger.ONE, BigInteger.TEN, most.shiftRight(9), most}) {
            BigInteger signature = number.modPow(secret.getPrivateExponent(), secret.getModulus());

            assertThat(primitive.apply(signature, KEY)).isEqualTo(number);
        }
    }

    @ParameterizedTest
    @MethodSource("primitives")
    void takes_numbers_that_are_much_shorter_than_the_modulus(RsaPrimitive primitive) {
        assertThat(primitive.apply(BigInteger.ZERO, KEY)).isZero();
        assertThat(primitive.apply(BigInteger.ONE, KEY)).isOne();
        assertThat(primitive.apply(BigInteger.TWO, KEY))
                .isEqualTo(BigInteger.TWO.modPow(KEY.getPublicExponent(), KEY.getModulus()));
    }

    @ParameterizedTest
    @MethodSource("primitives")
    void takes_the_exponent_of_the_key(RsaPrimitive primitive) throws GeneralSecurityException {
        RSAPublicKey other = (RSAPublicKey) KeyFactory.getInstance("RSA", "SunRsaSign")
                .generatePublic(new RSAPublicKeySpec(KEY.getModulus(), BigInteger.valueOf(65_539)));

        assertThat(primitive.apply(BigInteger.TWO, other))
                .isEqualTo(BigInteger.TWO.modPow(other.getPublicExponent(), other.getModulus()));
    }

    private static final class WithoutCiphers extends Provider {

        private static final long serialVersionUID = 1;

        WithoutCiphers() {
            super("WithoutCiphers", "1", "can do nothing");
        }
    }

    private static final class BreakingDown extends Provider {

        private static final long serialVersionUID = 1;

        BreakingDown() {
            super("BreakingDown", "1", "throws what it likes");
        }

        @Override
        public Service getService(String type, String algorithm) {
            throw new ProviderException("broken down");
        }
    }
}
