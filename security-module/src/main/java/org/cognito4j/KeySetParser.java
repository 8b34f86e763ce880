package org.cognito4j;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cognito4j.net.StrictJson;

/**
 * Reads a JSON Web Key Set (RFC 7517 section 5) and keeps the keys that may check an RS256 signature.
 *
 * <p>A key that may not is left out, the others stand. A set that is not one, holds no usable key, or gives one
 * {@code kid} to two keys is refused as a whole: it must not replace a good one.
 */
final class KeySetParser {

    /** RFC 7518 section 3.3: a shorter one must not be used for RS256. */
    static final int MIN_MODULUS_BITS = 2_048;

    private static final int MAX_MODULUS_BITS = 8_192;
    private static final int MAX_EXPONENT_BITS = 32;
    private static final BigInteger LEAST_EXPONENT = BigInteger.valueOf(65_537);
    private static final int MAX_KEY_ID_LENGTH = 256;
    private static final int MAX_VALUES = 2_000;

    /** What gives a private key away, each by itself (RFC 7518 section 6.3.2). */
    private static final Set<String> PRIVATE_PARTS = Set.of("d", "p", "q", "dp", "dq", "qi", "oth");

    private KeySetParser() {}

    static Map<String, RSAPublicKey> parse(byte[] json) throws KeySetUnavailable {
        Map<String, RSAPublicKey> usable = new LinkedHashMap<>();
        Set<String> keyIds = new HashSet<>();
        for (Object member : members(json)) {
            if (member instanceof Map<?, ?> key
                    && key.get("kid") instanceof String keyId
                    && !keyId.isEmpty()
                    && keyId.length() <= MAX_KEY_ID_LENGTH) {
                if (!keyIds.add(keyId)) {
                    throw new KeySetUnavailable("two keys share one kid");
                }
                publicKey(key).ifPresent(rsa -> usable.put(keyId, rsa));
            }
        }
        if (usable.isEmpty()) {
            throw new KeySetUnavailable("the key set holds no usable key");
        }
        return Map.copyOf(usable);
    }

    /** How many keys there are, usable or not. */
    static int count(byte[] json) throws KeySetUnavailable {
        return members(json).size();
    }

    private static List<?> members(byte[] json) throws KeySetUnavailable {
        try {
            if (StrictJson.object(json, MAX_VALUES).get("keys") instanceof List<?> members) {
                return members;
            }
        } catch (StrictJson.Malformed e) {
            throw new KeySetUnavailable("the answer is not a JSON object");
        }
        throw new KeySetUnavailable("the answer is not a key set");
    }

    /** The key, if it is of the kind, purpose and strength to check RS256 signatures. */
    private static Optional<RSAPublicKey> publicKey(Map<?, ?> key) {
        boolean ofThatKind = "RSA".equals(key.get("kty"))
                && absentOr(key, "use", "sig")
                && absentOr(key, "alg", "RS256")
                && mayVerify(key)
                && Collections.disjoint(key.keySet(), PRIVATE_PARTS); // a published private key is anybody's
        Optional<BigInteger> modulus = number(key.get("n"));
        Optional<BigInteger> exponent = number(key.get("e"));
        if (!ofThatKind || modulus.isEmpty() || exponent.isEmpty() || !isStrong(modulus.get(), exponent.get())) {
            return Optional.empty();
        }
        try {
            RSAPublicKeySpec spec = new RSAPublicKeySpec(modulus.get(), exponent.get());
            return Optional.of((RSAPublicKey) KeyFactory.getInstance("RSA").generatePublic(spec));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            // Bouncy Castle throws the latter for a modulus that it does not like. It must not cost the other keys.
            return Optional.empty();
        }
    }

    private static boolean absentOr(Map<?, ?> key, String member, String value) {
        return !key.containsKey(member) || value.equals(key.get(member));
    }

    private static boolean mayVerify(Map<?, ?> key) {
        return !key.containsKey("key_ops")
                || (key.get("key_ops") instanceof List<?> operations && operations.contains("verify"));
    }

    private static boolean isStrong(BigInteger modulus, BigInteger exponent) {
        return modulus.bitLength() >= MIN_MODULUS_BITS
                && modulus.bitLength() <= MAX_MODULUS_BITS
                && modulus.testBit(0)
                && exponent.compareTo(LEAST_EXPONENT) >= 0
                && exponent.bitLength() <= MAX_EXPONENT_BITS
                && exponent.testBit(0)
                && !RocaFingerprint.matches(modulus);
    }

    /** A Base64urlUInt (RFC 7518 section 2). */
    private static Optional<BigInteger> number(Object value) {
        if (value instanceof String text && !text.isEmpty() && !text.contains("=")) {
            try {
                return Optional.of(new BigInteger(1, Base64.getUrlDecoder().decode(text)));
            } catch (IllegalArgumentException e) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }
}
