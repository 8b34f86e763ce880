package org.cognito4j.client;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;

/** Tokens of Cognito's shape with a signature that no caller looks at. */
final class Jwts {

    private Jwts() {}

    /** A token of the app client {@code billing}. */
    static String of(Instant issuedAt, Instant expiresAt) {
        return of("{\"client_id\":\"billing\",\"iat\":" + issuedAt.getEpochSecond() + ",\"exp\":"
                + expiresAt.getEpochSecond() + "}");
    }

    static String of(String claims) {
        return base64("{\"kid\":\"one\",\"alg\":\"RS256\"}") + "." + base64(claims) + "." + base64("signature");
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
