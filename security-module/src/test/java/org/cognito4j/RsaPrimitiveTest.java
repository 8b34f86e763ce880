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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The same numbers, whoever does the arithmetic. */
class RsaPrimitiveTest {

    private static final KeyPair KEYS = TestKeys.rsa("primitive", 2_056);
    private static final RSAPublicKey KEY = (RSAPublicKey) KEYS.getPublic();
    private static final BigInteger LARGEST = KEY.getModulus().subtract(BigInteger.ONE);

    static Stream<RsaPrimitive> primitives() {
        return Stream.of(
                RsaPrimitive.quickest(),
                RsaPrimitive.by(Security.getProvider("SunJCE")),
                RsaPrimitive.by(new WithoutCiphers("WithoutCiphers")),
                RsaPrimitive.by(new BreakingDown()));
    }

    @ParameterizedTest
    @MethodSource("primitives")
    void undoes_what_the_secret_key_does(RsaPrimitive primitive) {
        RSAPrivateKey secret = (RSAPrivateKey) KEYS.getPrivate();

        for (BigInteger number : new BigInteger[] {BigInteger.ONE, BigInteger.TEN, LARGEST.shiftRight(9), LARGEST}) {
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

    @Test
    void is_left_to_a_provider_that_can() {
        RsaPrimitive primitive = RsaPrimitive.by(Security.getProvider("SunJCE"));

        for (int length : new int[] {0, 1, 255, 256, 257}) {
            BigInteger number = BigInteger.ONE
                    .shiftLeft(8 * length)
                    .subtract(BigInteger.ONE)
                    .min(LARGEST);
            assertThat(primitive.apply(new NotForThePlatform(number), KEY))
                    .isEqualTo(RsaPrimitive.PLATFORM.apply(number, KEY));
        }
    }

    @Test
    void looks_for_the_quickest_provider_by_its_name() {
        Security.addProvider(new WithoutCiphers(RsaPrimitive.QUICK_PROVIDER));
        try {
            assertThat(RsaPrimitive.quickest()).isNotSameAs(RsaPrimitive.PLATFORM);
        } finally {
            Security.removeProvider(RsaPrimitive.QUICK_PROVIDER);
        }
        assertThat(RsaPrimitive.quickest()).isSameAs(RsaPrimitive.PLATFORM);
    }

    /** A number with which nobody notices in silence that the provider had failed. */
    private static final class NotForThePlatform extends BigInteger {

        private static final long serialVersionUID = 1;

        NotForThePlatform(BigInteger number) {
            super(number.toByteArray());
        }

        @Override
        public BigInteger modPow(BigInteger exponent, BigInteger modulus) {
            throw new AssertionError("the platform was asked");
        }
    }

    private static final class WithoutCiphers extends Provider {

        private static final long serialVersionUID = 1;

        WithoutCiphers(String name) {
            super(name, "1", "can do nothing");
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
