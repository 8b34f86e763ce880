package org.cognito4j.client;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cognito4j.net.ProxyRefusal;

/**
 * Why there is no token.
 *
 * @param code Cognito's error code, or one of ours in kebab-case
 * @param retryable whether it may pass by itself
 * @param retryAfter for how long not to ask again
 */
record Failure(String code, boolean retryable, Optional<Duration> retryAfter) {

    private static final Set<String> WRONG_SECRET = Set.of("invalid_client", "NotAuthorizedException");

    private static final Map<String, String> HINTS = Map.of(
            "invalid_client",
            "Client id and secret do not belong together, or the secret was deleted: compare them with the app client",
            "invalid_grant",
            "AllowedOAuthFlowsUserPoolClient is off: switch it on for the app client, with the flow client_credentials",
            "unauthorized_client",
            "The app client may not use client_credentials: add the flow to its AllowedOAuthFlows",
            "invalid_scope",
            "A scope is unknown or not allowed: compare the scopes with the app client's AllowedOAuthScopes",
            "unsupported_grant_type",
            "The address is not a Cognito token endpoint: it ends in /oauth2/token",
            "NotAuthorizedException",
            "Client id and secret do not belong together, or ALLOW_CLIENT_TOKEN_AUTH is not the client's only flow",
            "ResourceNotFoundException",
            "There is no such app client in this region",
            "redirected",
            "The endpoint points elsewhere, where the secret is not sent: configure its final address",
            "answer-not-understood",
            "Something else than Cognito answered: compare the address with the domain of the user pool",
            "secret-unavailable",
            "The supplier of the client secret has none");

    /** A failure that comes without a wish of the endpoint. */
    Failure(String code, boolean retryable) {
        this(code, retryable, Optional.empty());
    }

    /** Whether another secret may help. */
    boolean isWrongSecret() {
        return !retryable && WRONG_SECRET.contains(code);
    }

    Failure withRetryAfter(Duration duration) {
        return new Failure(code, retryable, Optional.of(duration));
    }

    /** What to do about it. */
    String hint() {
        return ProxyRefusal.of(code)
                .map(ProxyRefusal::remedy)
                .orElseGet(() -> HINTS.getOrDefault(
                        code,
                        retryable ? "It may pass by itself" : "Compare the settings with those of the app client"));
    }
}
