package org.cognito4j.localpool.token;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.cognito4j.localpool.json.Json;

/**
 * The claims of Cognito's tokens, each kind in the order Cognito writes them.
 *
 * @param issuer the pool's issuer
 * @param clientId the app client the token is for
 * @param scopes the scopes it carries
 * @param issuedAt when it was issued, cut to seconds
 * @param expiresAt when it expires, cut to seconds
 */
record CognitoClaims(String issuer, String clientId, List<String> scopes, Instant issuedAt, Instant expiresAt) {

    /** The access token of a machine, which is its own subject. */
    ObjectNode ofMachine() {
        return Json.object()
                .put("sub", clientId)
                .put("token_use", "access")
                .put("scope", scope())
                .put("auth_time", issuedAt.getEpochSecond())
                .put("iss", issuer)
                .put("exp", expiresAt.getEpochSecond())
                .put("iat", issuedAt.getEpochSecond())
                .put("version", 2)
                .put("jti", uuid())
                .put("client_id", clientId);
    }

    /** The access token of a person. */
    ObjectNode ofUser(String username, List<String> groups) {
        ObjectNode claims = Json.object().put("sub", uuid());
        putGroups(claims, groups);
        return claims.put("iss", issuer)
                .put("version", 2)
                .put("client_id", clientId)
                .put("origin_jti", uuid())
                .put("event_id", uuid())
                .put("token_use", "access")
                .put("scope", scope())
                .put("auth_time", issuedAt.getEpochSecond())
                .put("exp", expiresAt.getEpochSecond())
                .put("iat", issuedAt.getEpochSecond())
                .put("jti", uuid())
                .put("username", username);
    }

    /** The ID token of a person: the client is its audience, and it has no scopes. */
    ObjectNode ofIdToken(String username, List<String> groups) {
        ObjectNode claims = Json.object().put("sub", uuid());
        putGroups(claims, groups);
        return claims.put("iss", issuer)
                .put("cognito:username", username)
                .put("origin_jti", uuid())
                .put("aud", clientId)
                .put("event_id", uuid())
                .put("token_use", "id")
                .put("auth_time", issuedAt.getEpochSecond())
                .put("exp", expiresAt.getEpochSecond())
                .put("iat", issuedAt.getEpochSecond())
                .put("jti", uuid());
    }

    private String scope() {
        return String.join(" ", scopes);
    }

    /** Cognito leaves the claim out for a user without groups. */
    private static void putGroups(ObjectNode claims, List<String> groups) {
        if (!groups.isEmpty()) {
            claims.set("cognito:groups", Json.value(groups));
        }
    }

    private static String uuid() {
        return UUID.randomUUID().toString();
    }
}
