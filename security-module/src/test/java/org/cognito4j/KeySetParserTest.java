package org.cognito4j;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.security.interfaces.RSAPublicKey;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeySetParserTest {

    private static final BigInteger F4 = BigInteger.valueOf(65_537);
    private static final BigInteger SMALL_PRIMES = IntStream.range(3, 1_000)
            .mapToObj(BigInteger::valueOf)
            .filter(candidate -> candidate.isProbablePrime(50))
            .reduce(BigInteger.ONE, BigInteger::multiply);
    private static final RSAPublicKey SOUND =
            (RSAPublicKey) TestKeys.rsa("sound").getPublic();
    private static final String GOOD = TestPool.jwk("good", SOUND);

    @Test
    void keeps_the_keys_that_cognito_publishes() throws KeySetUnavailable {
        TestPool pool = TestPool.create();

        Map<String, RSAPublicKey> keys = KeySetParser.parse(pool.keySet().getBytes(UTF_8));

        assertThat(keys).containsOnlyKeys(TestPool.KEY_ID, TestPool.OTHER_KEY_ID);
        assertThat(keys.get(TestPool.KEY_ID).getModulus())
                .isEqualTo(pool.publicKey().getModulus());
        assertThat(keys.get(TestPool.KEY_ID).getPublicExponent()).isEqualTo(F4);
        assertThatThrownBy(keys::clear).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void counts_keys_that_are_of_no_use_as_well() throws KeySetUnavailable {
        assertThat(KeySetParser.count(KeySets.ofMembers(GOOD, "{\"kty\":\"EC\"}", "7")))
                .isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "[]",
                "{}",
                "\"keys\"",
                "{\"keys\":null}",
                "{\"keys\":{}}",
                "{\"keys\":\"\"}",
                "{\"keys\":[]}",
                "{\"keys\":[null]}",
                "{\"KEYS\":[]}",
                "<html>",
                "{\"keys\":[",
                "{\"keys\":[]}x",
                "{\"keys\":[],\"keys\":[]}",
                "{\"error\":\"not found\"}"
            })
    void refuses_what_is_not_a_key_set(String json) {
        assertThatThrownBy(() -> KeySetParser.parse(json.getBytes(UTF_8))).isInstanceOf(KeySetUnavailable.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "7",
                "\"key\"",
                "[]",
                "{}",
                "{\"kid\":\"odd\"}",
                "{\"kid\":\"odd\",\"kty\":\"RSA\"}",
                "{\"kid\":7,\"kty\":\"RSA\"}",
                "{\"kid\":\"odd\",\"kty\":\"RSA\",\"n\":7,\"e\":\"AQAB\"}",
                "{\"kid\":\"odd\",\"kty\":\"oct\",\"k\":\"c2VjcmV0\"}",
                "{\"kid\":\"odd\",\"kty\":\"EC\",\"crv\":\"P-256\",\"x\":\"AA\",\"y\":\"AA\"}",
                "{\"kid\":\"odd\",\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"x\":\"AA\"}",
                "{\"kid\":\"odd\",\"kty\":\"AKP\",\"alg\":\"ML-DSA-44\",\"pub\":\"AA\"}"
            })
    void keeps_the_good_keys_beside_an_odd_member(String odd) throws KeySetUnavailable {
        assertThat(parse(odd, GOOD)).containsOnlyKeys("good");
        assertThat(parse(GOOD, odd)).containsOnlyKeys("good");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"kty\":\"RSA\"|\"kty\":\"EC\"",
                "\"kty\":\"RSA\"|\"kty\":\"rsa\"",
                "\"kty\":\"RSA\",|",
                "\"use\":\"sig\"|\"use\":\"enc\"",
                "\"use\":\"sig\"|\"use\":\"SIG\"",
                "\"use\":\"sig\"|\"use\":\"\"",
                "\"use\":\"sig\"|\"use\":null",
                "\"use\":\"sig\"|\"use\":[\"sig\"]",
                "\"alg\":\"RS256\"|\"alg\":\"RS384\"",
                "\"alg\":\"RS256\"|\"alg\":\"PS256\"",
                "\"alg\":\"RS256\"|\"alg\":\"RSA-OAEP\"",
                "\"alg\":\"RS256\"|\"alg\":\"rs256\"",
                "\"alg\":\"RS256\"|\"alg\":\"none\"",
                "\"alg\":\"RS256\"|\"alg\":null",
                "\"use\":\"sig\"|\"use\":\"sig\",\"key_ops\":[\"sign\"]",
                "\"use\":\"sig\"|\"use\":\"sig\",\"key_ops\":[]",
                "\"use\":\"sig\"|\"use\":\"sig\",\"key_ops\":\"verify\"",
                "\"use\":\"sig\"|\"use\":\"sig\",\"d\":\"AQAB\"",
                "\"use\":\"sig\"|\"use\":\"sig\",\"p\":\"AQAB\"",
                "\"use\":\"sig\"|\"use\":\"sig\",\"q\":\"AQAB\"",
                "\"use\":\"sig\"|\"use\":\"sig\",\"dp\":\"AQAB\"",
                "\"use\":\"sig\"|\"use\":\"sig\",\"dq\":\"AQAB\"",
                "\"use\":\"sig\"|\"use\":\"sig\",\"qi\":\"AQAB\"",
                "\"use\":\"sig\"|\"use\":\"sig\",\"oth\":[]",
                "\",\"use\"|==\",\"use\"",
                "\"e\":\"AQAB\",|",
                "\"e\":\"AQAB\"|\"e\":65537",
                "\"e\":\"AQAB\"|\"e\":\"\"",
                "\"e\":\"AQAB\"|\"e\":\"AQ+B\"",
                "\"e\":\"AQAB\"|\"e\":\"AQAB=\"",
                "\"e\":\"AQAB\"|\"e\":\"AQ AB\"",
                "\"e\":\"AQAB\"|\"e\":\"!\"",
                "\"kid\":\"good\",|",
                "\"kid\":\"good\"|\"kid\":\"\"",
                "\"kid\":\"good\"|\"kid\":null",
            })
    void leaves_out_a_key_that_is_not_for_rs256(String change) throws KeySetUnavailable {
        String[] parts = change.split("\\|", -1);
        assertThat(GOOD).contains(parts[0]);
        String odd = GOOD.replace(parts[0], parts[1]);

        assertThat(parse(odd, TestPool.jwk("other", SOUND))).containsOnlyKeys("other");
    }

    @Test
    void keeps_a_key_that_says_less_about_itself() throws KeySetUnavailable {
        assertThat(parse(GOOD.replace("\"use\":\"sig\"", "\"x\":1"))).containsKey("good");
        assertThat(parse(GOOD.replace("\"alg\":\"RS256\"", "\"x\":1"))).containsKey("good");
        assertThat(parse(GOOD.replace("\"use\":\"sig\"", "\"key_ops\":[\"verify\"],\"x5t\":\"AA\"")))
                .containsKey("good");
    }

    @Test
    void leaves_out_a_modulus_that_is_too_short_or_too_long() throws KeySetUnavailable {
        assertThat(usable(modulus(2_047), F4)).isFalse();
        assertThat(usable(modulus(2_048), F4)).isTrue();
        assertThat(usable(modulus(8_192), F4)).isTrue();
        assertThat(usable(modulus(8_193), F4)).isFalse();
        assertThat(usable(modulus(1_024), F4)).isFalse();
        assertThat(usable(BigInteger.ONE, F4)).isFalse();
        assertThat(usable(BigInteger.ZERO, F4)).isFalse();
    }

    @Test
    void leaves_out_an_even_modulus() throws KeySetUnavailable {
        assertThat(usable(SOUND.getModulus().subtract(BigInteger.ONE), F4)).isFalse();
    }

    @Test
    void leaves_out_an_exponent_that_is_small_even_or_huge() throws KeySetUnavailable {
        for (String weak :
                List.of("0", "1", "2", "3", "17", "257", "65535", "65536", "65538", "4294967296", "4294967297")) {
            assertThat(usable(SOUND.getModulus(), new BigInteger(weak)))
                    .as(weak)
                    .isFalse();
        }
        for (String sound : List.of("65537", "65539", "4294967295")) {
            assertThat(usable(SOUND.getModulus(), new BigInteger(sound)))
                    .as(sound)
                    .isTrue();
        }
    }

    @Test
    void leaves_out_a_modulus_of_the_broken_generator() throws KeySetUnavailable {
        assertThat(usable(RocaFingerprintTest.brokenModulus(new Random(15_361)), F4))
                .isFalse();
    }

    @Test
    void refuses_a_set_that_gives_one_kid_to_two_keys() {
        String other = TestPool.jwk("good", (RSAPublicKey) TestKeys.rsa("other").getPublic());

        assertThatThrownBy(() -> parse(GOOD, other)).isInstanceOf(KeySetUnavailable.class);
        assertThatThrownBy(() -> parse(GOOD, GOOD)).isInstanceOf(KeySetUnavailable.class);
        assertThatThrownBy(() -> parse(GOOD, "{\"kid\":\"good\",\"kty\":\"EC\"}"))
                .isInstanceOf(KeySetUnavailable.class);
    }

    @Test
    void refuses_a_key_with_a_member_twice() {
        assertThatThrownBy(() -> parse(GOOD.replace("{", "{\"n\":\"AQAB\","))).isInstanceOf(KeySetUnavailable.class);
    }

    @Test
    void takes_kids_of_256_characters_and_no_more() throws KeySetUnavailable {
        assertThat(parse(TestPool.jwk("k".repeat(256), SOUND), GOOD)).hasSize(2);
        assertThat(parse(TestPool.jwk("k".repeat(257), SOUND), GOOD)).hasSize(1);
    }

    @Test
    void takes_as_many_keys_as_a_rotation_may_bring() throws KeySetUnavailable {
        String[] keys = IntStream.range(0, 100)
                .mapToObj(i -> TestPool.jwk("k" + i, SOUND))
                .toArray(String[]::new);

        assertThat(parse(keys)).hasSize(100);
    }

    @Test
    void refuses_a_set_of_very_many_keys() {
        String[] keys = IntStream.range(0, 500)
                .mapToObj(i -> TestPool.jwk("k" + i, SOUND))
                .toArray(String[]::new);

        assertThatThrownBy(() -> parse(keys)).isInstanceOf(KeySetUnavailable.class);
    }

    @Test
    void quotes_nothing_of_what_it_refuses() {
        assertThatThrownBy(() -> KeySetParser.parse("secret\r\n".getBytes(UTF_8)))
                .hasMessage("the answer is not a JSON object");
        assertThatThrownBy(() -> parse("\"secret\\r\\n\"")).hasMessage("the key set holds no usable key");
        assertThatThrownBy(() -> parse(TestPool.jwk("secret\r\n", SOUND), TestPool.jwk("secret\r\n", SOUND)))
                .hasMessage("two keys share one kid");
    }

    private static boolean usable(BigInteger modulus, BigInteger exponent) throws KeySetUnavailable {
        String odd =
                """
                {"kty":"RSA","kid":"odd","n":"%s","e":"%s"}""".formatted(TokenDraft.base64(Pkcs1.fixed(modulus, 1)), TokenDraft.base64(Pkcs1.fixed(exponent, 1)));
        return parse(odd, GOOD).containsKey("odd");
    }

    /** Odd and without small factors, as providers look for these. Only the length counts here: nobody has the key. */
    private static BigInteger modulus(int bits) {
        Random random = new Random(bits);
        BigInteger candidate;
        do {
            candidate = new BigInteger(bits, random).setBit(bits - 1).setBit(0);
        } while (!candidate.gcd(SMALL_PRIMES).equals(BigInteger.ONE));
        return candidate;
    }

    private static Map<String, RSAPublicKey> parse(String... members) throws KeySetUnavailable {
        String set = List.of(members).stream().collect(Collectors.joining(",", "{\"keys\":[", "]}"));
        return KeySetParser.parse(set.getBytes(UTF_8));
    }
}
