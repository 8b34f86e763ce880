package org.cognito4j;

import java.nio.charset.StandardCharsets;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** JSON Web Key Sets as a publisher writes them. */
final class KeySets {

    private static final Base64.Encoder BASE64URL = Base64.getUrlEncoder().withoutPadding();

    private KeySets() {}

    /** A set whose keys differ by their ids alone. */
    static byte[] of(String... keyIds) {
        return ofMembers(Stream.of(keyIds)
                .map(keyId -> member(keyId, ScriptedPublisher.KEY))
                .toArray(String[]::new));
    }

    static byte[] ofMembers(String... members) {
        return Arrays.stream(members)
                .collect(Collectors.joining(",", "{\"keys\":[", "]}"))
                .getBytes(StandardCharsets.UTF_8);
    }

    static String member(String keyId, RSAPublicKey key) {
        return "{\"kty\":\"RSA\",\"use\":\"sig\",\"alg\":\"RS256\",\"kid\":\"%s\",\"n\":\"%s\",\"e\":\"%s\"}"
                .formatted(
                        keyId,
                        BASE64URL.encodeToString(unsigned(key.getModulus().toByteArray())),
                        BASE64URL.encodeToString(key.getPublicExponent().toByteArray()));
    }

    /** Without the sign that {@code BigInteger} puts in front. */
    private static byte[] unsigned(byte[] number) {
        return number[0] == 0 ? Arrays.copyOfRange(number, 1, number.length) : number;
    }
}
