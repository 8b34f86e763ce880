package org.cognito4j.benchmarks;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Signs Cognito-shaped tokens and writes key sets, with keys of its own by id. Thread-safe. */
public final class TokenIssuer {

    /** The id of the pool. */
    public static final String POOL = "eu-west-1_AbCdEfGhI";
    /** Who the tokens say issued them. */
    public static final String ISSUER = "https://cognito-idp.eu-west-1.amazonaws.com/" + POOL;
    /** The app client of all tokens. */
    public static final String CLIENT = "7f0c2g1q9v4d8k3s5t6u0h2b1m";

    private static final Base64.Encoder BASE64URL = Base64.getUrlEncoder().withoutPadding();

    private final Map<String, KeyPair> keys = new ConcurrentHashMap<>();

    /** An issuer without keys, which it makes once it needs them. */
    public TokenIssuer() {}

    /**
     * A token that is good for an hour.
     *
     * @param keyId by which key it is signed
     * @return one like no other
     */
    public String token(String keyId) {
        return token(keyId, keyId);
    }

    /** A token whose key id is made up: it is signed with the key of another. */
    String token(String claimedKeyId, String keyId) {
        return token(claimedKeyId, keyId, CLIENT);
    }

    /** A token of another client. */
    String token(String claimedKeyId, String keyId, String client) {
        return signed("RS256", claimedKeyId, claims(client), keyId);
    }

    /** What a token says that is good for an hour. */
    String claims(String client) {
        long now = Instant.now().getEpochSecond();
        return """
                {"sub":"%1$s","token_use":"access","scope":"orders/read","auth_time":%2$d,"iss":"%3$s",\
                "exp":%4$d,"iat":%2$d,"version":2,"jti":"%5$s","client_id":"%1$s"}""".formatted(client, now, ISSUER, now + 3_600, UUID.randomUUID());
    }

    /** A token that says anything. */
    String signed(String algorithm, String claimedKeyId, String claims, String keyId) {
        String header = "{\"kid\":\"%s\",\"alg\":\"%s\"}".formatted(claimedKeyId, algorithm);
        String signed =
                base64(header.getBytes(StandardCharsets.UTF_8)) + "." + base64(claims.getBytes(StandardCharsets.UTF_8));
        return signed + "." + base64(sign(signed, key(keyId), algorithm.equals("RS384") ? "SHA384" : "SHA256"));
    }

    RSAPublicKey publicKey(String keyId) {
        return (RSAPublicKey) key(keyId).getPublic();
    }

    /**
     * What publishes keys.
     *
     * @param keyIds which
     * @return a key set as JSON
     */
    public byte[] keySet(String... keyIds) {
        return Stream.of(keyIds)
                .map(keyId -> member(keyId, keyId))
                .collect(Collectors.joining(",", "{\"keys\":[", "]}"))
                .getBytes(StandardCharsets.UTF_8);
    }

    /** What publishes a key, under an id that may be made up. */
    String member(String claimedKeyId, String keyId) {
        RSAPublicKey key = publicKey(keyId);
        byte[] modulus = key.getModulus().toByteArray();
        return "{\"kty\":\"RSA\",\"use\":\"sig\",\"alg\":\"RS256\",\"kid\":\"%s\",\"n\":\"%s\",\"e\":\"%s\"}"
                .formatted(
                        claimedKeyId,
                        base64(modulus[0] == 0 ? Arrays.copyOfRange(modulus, 1, modulus.length) : modulus),
                        base64(key.getPublicExponent().toByteArray()));
    }

    private KeyPair key(String keyId) {
        return keys.computeIfAbsent(keyId, id -> generate(2_048));
    }

    /** A key that is too short to be trusted. */
    void addWeakKey(String keyId) {
        keys.computeIfAbsent(keyId, id -> generate(1_024));
    }

    private static KeyPair generate(int bits) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(bits);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] sign(String text, KeyPair key, String hash) {
        try {
            Signature signature = Signature.getInstance(hash + "withRSA");
            signature.initSign(key.getPrivate());
            signature.update(text.getBytes(StandardCharsets.US_ASCII));
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String base64(byte[] bytes) {
        return BASE64URL.encodeToString(bytes);
    }
}
