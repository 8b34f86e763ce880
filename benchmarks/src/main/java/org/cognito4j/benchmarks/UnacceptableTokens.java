package org.cognito4j.benchmarks;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Tokens with one fault each, which everybody who is measured has to refuse before: so all check the same.
 */
public final class UnacceptableTokens {

    private static final String KEY = "another";
    private static final long HOUR = 3_600;

    private UnacceptableTokens() {}

    /**
     * Mints them.
     *
     * @param issuer whose acceptable tokens they resemble
     * @param key the id of the key that is published
     * @return tokens by what is wrong with them
     */
    public static Map<String, String> of(TokenIssuer issuer, String key) {
        long now = Instant.now().getEpochSecond();
        String good = issuer.claims(TokenIssuer.CLIENT);
        Map<String, String> claims = new LinkedHashMap<>();
        claims.put("of another issuer", with(good, "iss", "\"" + TokenIssuer.ISSUER + "x\""));
        claims.put("expired for two minutes", with(with(good, "iat", now - HOUR), "exp", now - 120));
        claims.put("that never expires", without(good, "exp"));
        claims.put("issued in two minutes", with(good, "iat", now + 120));
        claims.put("issued at no time", without(good, "iat"));
        claims.put("of another use", with(good, "token_use", "\"id\""));
        claims.put("of another client", issuer.claims("another"));
        claims.put("of a user", with(good, "sub", "\"somebody\""));
        claims.put("without the scope", with(good, "scope", "\"orders/write\""));
        Map<String, String> tokens = new LinkedHashMap<>();
        claims.forEach((fault, text) -> tokens.put(fault, issuer.signed("RS256", key, text, key)));
        tokens.put("signed by another key", issuer.signed("RS256", key, good, KEY));
        tokens.put("signed by another algorithm", issuer.signed("RS384", key, good, key));
        String signed = issuer.signed("RS256", key, good, key);
        tokens.put("whose signature is another's", body(signed) + signature(issuer.token(key)));
        tokens.put("without a signature", body(issuer.signed("none", key, good, key)) + ".");
        return tokens;
    }

    /** Fails unless it accepts none of them. */
    static void requireRefusals(String name, Peer peer, Map<String, String> tokens) {
        tokens.forEach((fault, token) -> {
            if (accepts(peer, token)) {
                throw new IllegalStateException(name + " accepts a token " + fault);
            }
        });
    }

    private static boolean accepts(Peer peer, String token) {
        try {
            peer.verify(token);
            return true;
        } catch (Exception e) {
            return false; // each library has exceptions of its own
        }
    }

    private static String with(String claims, String name, Object value) {
        return changed(claims, "\"" + name + "\":(\"[^\"]*\"|[0-9]+)", "\"" + name + "\":" + value);
    }

    private static String without(String claims, String name) {
        return changed(claims, "\"" + name + "\":[0-9]+,", "");
    }

    private static String changed(String claims, String pattern, String replacement) {
        String changed = claims.replaceFirst(pattern, replacement);
        if (changed.equals(claims)) {
            throw new IllegalStateException("no " + pattern);
        }
        return changed;
    }

    private static String body(String token) {
        return token.substring(0, token.lastIndexOf('.'));
    }

    private static String signature(String token) {
        return token.substring(token.lastIndexOf('.'));
    }
}
