package org.cognito4j.it;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.cognito4j.localpool.LocalPool;

/** Tokens that the application has to refuse, by the code of the reason. */
final class BadTokens {

    private BadTokens() {}

    static String expired() {
        Instant hourAgo = Instant.now().minus(Duration.ofHours(1));
        return Pools.mint("reader", "read")
                .issuedAt(hourAgo.minus(Duration.ofHours(1)))
                .expiresAt(hourAgo)
                .token();
    }

    static Map<String, String> byReason() {
        Map<String, String> tokens = new TreeMap<>();
        tokens.put("token-malformed", "garbage");
        tokens.put("token-encrypted", "a.b.c.d.e");
        tokens.put("token-too-large", "too.large." + "x".repeat(5000));
        tokens.put("token-expired", expired());
        tokens.put("wrong-client", Pools.token(Pools.STRANGER, "read"));
        tokens.put("wrong-issuer", tokenOfAnotherPool());
        tokens.put("id-token", Pools.mint("reader").asIdToken("anna").token());
        tokens.put("not-a-machine", Pools.mint("reader", "read").asUser("anna").token());
        tokens.put(
                "wrong-token-use",
                Pools.mint("reader").claim("token_use", "ACCESS").token());
        tokens.put("bad-signature", Pools.mint("reader").signedByForeignKey().token());
        tokens.put("unknown-key", Pools.mint("reader").header("kid", "nobody's").token());
        tokens.put("wrong-algorithm", Pools.mint("reader").header("alg", "none").token());
        tokens.put("wrong-type", Pools.mint("reader").header("typ", "id+jwt").token());
        tokens.put(
                "header-unsupported",
                Pools.mint("reader").header("jku", "https://keys.example.com").token());
        tokens.put("time-invalid", Pools.mint("reader").withoutClaim("exp").token());
        tokens.put(
                "issued-in-future",
                Pools.mint("reader")
                        .issuedAt(Instant.now().plus(Duration.ofHours(1)))
                        .token());
        tokens.put(
                "lifetime-too-long",
                Pools.mint("reader")
                        .expiresAt(Instant.now().plus(Duration.ofDays(2)))
                        .token());
        tokens.put(
                "scope-invalid", Pools.mint("reader").claim("scope", Map.of()).token());
        return tokens;
    }

    private static String tokenOfAnotherPool() {
        try (LocalPool other = Pools.start()) {
            return Pools.mint(other, "reader", "read").token();
        }
    }
}
