package org.cognito4j.localpool.token;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.Base64;
import org.cognito4j.localpool.json.Json;
import org.cognito4j.localpool.pool.RandomIds;

/** An RSA key pair of 2048 bits with its key id, as a pool signs with. */
final class SigningKey {
    private static final Base64.Encoder BASE64URL = Base64.getUrlEncoder().withoutPadding();

    private final String keyId;
    private final KeyPair pair;

    private SigningKey(String keyId, KeyPair pair) {
        this.keyId = keyId;
        this.pair = pair;
    }

    static SigningKey generate() {
        return generate(RandomIds.keyId());
    }

    /** Another pair that passes itself off as this one. */
    SigningKey impostor() {
        return generate(keyId);
    }

    private static SigningKey generate(String keyId) {
        return new SigningKey(keyId, KeyPairStock.take());
    }

    /** A key pair of the user's; its id is the digest of the public half, so that it stays the same. */
    static SigningKey of(KeyPair pair) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(pair.getPublic().getEncoded());
            return new SigningKey(Base64.getEncoder().encodeToString(digest), pair);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java runtime has SHA-256", e);
        }
    }

    String keyId() {
        return keyId;
    }

    /** The header of a token signed with this key, as Cognito writes it: no {@code typ}, {@code kid} first. */
    ObjectNode header() {
        return Json.object().put("kid", keyId).put("alg", "RS256");
    }

    /** The public half with the members Cognito publishes. */
    ObjectNode publicKey() {
        RSAPublicKey key = (RSAPublicKey) pair.getPublic();
        return Json.object()
                .put("alg", "RS256")
                .put("e", unsigned(key.getPublicExponent()))
                .put("kid", keyId)
                .put("kty", "RSA")
                .put("n", unsigned(key.getModulus()))
                .put("use", "sig");
    }

    /** The compact serialization of a JSON Web Signature, whatever the header claims to be signed with. */
    String sign(ObjectNode header, ObjectNode claims) {
        String signed =
                BASE64URL.encodeToString(Json.bytes(header)) + "." + BASE64URL.encodeToString(Json.bytes(claims));
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(pair.getPrivate());
            signature.update(signed.getBytes(StandardCharsets.US_ASCII));
            return signed + "." + BASE64URL.encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java runtime signs with SHA256withRSA", e);
        }
    }

    /** RFC 7518 section 6.3.1: as few octets as the number needs, so without the sign octet of two's complement. */
    private static String unsigned(BigInteger number) {
        byte[] octets = number.toByteArray();
        int from = octets[0] == 0 ? 1 : 0;
        return BASE64URL.encodeToString(Arrays.copyOfRange(octets, from, octets.length));
    }
}
