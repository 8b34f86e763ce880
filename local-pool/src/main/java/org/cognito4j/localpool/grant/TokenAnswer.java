package org.cognito4j.localpool.grant;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.cognito4j.localpool.json.Json;
import org.cognito4j.localpool.pool.RegisteredClient;

/**
 * What the token endpoint says.
 *
 * @param status the HTTP status
 * @param body the JSON body
 * @param client the id of the pool's client that asked, or {@code -}: never an id that only the caller claims
 * @param error the error code, or {@code -}
 */
public record TokenAnswer(int status, ObjectNode body, String client, String error) {
    private static final String NONE = "-";

    static TokenAnswer granted(RegisteredClient client, String token) {
        ObjectNode body = Json.object()
                .put("access_token", token)
                .put("expires_in", client.accessTokenValidity().toSeconds())
                .put("token_type", "Bearer");
        return new TokenAnswer(200, body, NONE, NONE);
    }

    /** Cognito answers 400 to every error, {@code invalid_client} included. */
    static TokenAnswer refused(TokenError error) {
        return refused(400, error.code());
    }

    /** The refusal of a body that is too long or not a form. */
    public static TokenAnswer unreadable() {
        return refused(TokenError.INVALID_REQUEST);
    }

    static TokenAnswer refused(int status, String error) {
        return new TokenAnswer(status, Json.object().put("error", error), NONE, error);
    }

    TokenAnswer describedAs(String description) {
        return new TokenAnswer(status, body.deepCopy().put("error_description", description), client, error);
    }

    TokenAnswer to(String asking) {
        return new TokenAnswer(status, body, asking, error);
    }
}
