package org.cognito4j.localpool;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;

/** Looks at tokens from outside: jose4j for signatures, Jackson for what is in them. */
public final class Tokens {
    private static final JsonMapper JSON = new JsonMapper();

    private Tokens() {}

    public static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static List<String> names(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    public static String headerText(String token) {
        return new String(Base64.getUrlDecoder().decode(token.split("\\.")[0]), StandardCharsets.UTF_8);
    }

    public static JsonNode header(String token) {
        return json(headerText(token));
    }

    public static JsonNode claims(String token) {
        return json(new String(Base64.getUrlDecoder().decode(token.split("\\.")[1]), StandardCharsets.UTF_8));
    }

    public static List<JsonWebKey> publishedKeys(LocalPool pool) {
        try {
            return new JsonWebKeySet(Caller.get(pool.keySetAddress()).body()).getJsonWebKeys();
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether the pool publishes a key that the token names and that made its signature. */
    public static boolean isSignedBy(LocalPool pool, String token) {
        try {
            JsonWebSignature signature = new JsonWebSignature();
            signature.setAlgorithmConstraints(new AlgorithmConstraints(ConstraintType.PERMIT, "RS256"));
            signature.setCompactSerialization(token);
            String keyId = signature.getKeyIdHeaderValue();
            for (JsonWebKey key : publishedKeys(pool)) {
                if (key.getKeyId().equals(keyId)) {
                    signature.setKey(key.getKey());
                    return signature.verifySignature();
                }
            }
            return false;
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }
}
