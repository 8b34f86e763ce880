package org.cognito4j.localpool.pool;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;

/**
 * An app client as the pool keeps it.
 *
 * @param id the client id
 * @param name what people call it, not unique
 * @param attributes everything else its creator said, with the names and forms of Cognito's API; never changed
 * @param secrets the live secrets, the oldest first; none for a public client
 * @param createdAt in epoch milliseconds
 * @param modifiedAt in epoch milliseconds
 */
public record RegisteredClient(
        String id, String name, ObjectNode attributes, List<ClientSecret> secrets, long createdAt, long modifiedAt) {
    public static final String MACHINE_FLOW = "client_credentials";
    public static final String TOKEN_API_FLOW = "ALLOW_CLIENT_TOKEN_AUTH";
    public static final Duration DEFAULT_VALIDITY = Duration.ofHours(1);

    public RegisteredClient {
        secrets = List.copyOf(secrets);
    }

    public RegisteredClient withSecrets(List<ClientSecret> changed, long now) {
        return new RegisteredClient(id, name, attributes, changed, createdAt, now);
    }

    public boolean hasSecret(String presented) {
        boolean found = false;
        for (ClientSecret secret : secrets) {
            // both are compared, so that the time does not tell which of them it was
            found |= secret.is(presented);
        }
        return found;
    }

    /** Cognito's default is off: a client that names its flows and scopes may still not use them. */
    public boolean mayUseOauth() {
        return attributes.path("AllowedOAuthFlowsUserPoolClient").asBoolean(false);
    }

    public boolean allowsFlow(String flow) {
        return texts("AllowedOAuthFlows").contains(flow);
    }

    public boolean allowsTokenApi() {
        return texts("ExplicitAuthFlows").contains(TOKEN_API_FLOW);
    }

    public List<String> allowedScopes() {
        return texts("AllowedOAuthScopes");
    }

    /** One hour unless the client says otherwise; a number without a unit counts hours. */
    public Duration accessTokenValidity() {
        long validity = attributes.path("AccessTokenValidity").asLong(0);
        String unit = attributes.path("TokenValidityUnits").path("AccessToken").asText("hours");
        return validity == 0
                ? DEFAULT_VALIDITY
                : Duration.of(validity, ChronoUnit.valueOf(unit.toUpperCase(Locale.ROOT)));
    }

    private List<String> texts(String name) {
        return attributes.path(name).valueStream().map(JsonNode::asText).toList();
    }
}
