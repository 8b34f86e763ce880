package org.cognito4j;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.math.BigInteger;
import java.security.interfaces.RSAPublicKey;
import java.util.Map;

/** Whatever a key set's address answers, the keys that come out of it are fit for RS256. */
class KeySetFuzzTest {

    @FuzzTest
    void keeps_strong_keys_or_none(byte[] answer) {
        try {
            Map<String, RSAPublicKey> keys = KeySetParser.parse(answer);
            assertThat(keys).isNotEmpty();
            keys.forEach((keyId, key) -> {
                assertThat(keyId).isNotEmpty().hasSizeLessThanOrEqualTo(256);
                assertThat(key.getModulus().bitLength()).isBetween(2_048, 8_192);
                assertThat(key.getModulus().testBit(0)).isTrue();
                assertThat(key.getPublicExponent()).isGreaterThanOrEqualTo(BigInteger.valueOf(65_537));
            });
        } catch (KeySetUnavailable expected) {
            assertThat(expected.getMessage()).matches("[a-z ,JSON]+");
        }
    }
}
