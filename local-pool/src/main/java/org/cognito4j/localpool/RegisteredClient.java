package org.cognito4j.localpool;

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
record RegisteredClient(
        String id, String name, ObjectNode attributes, List<ClientSecret> secrets, long createdAt, long modifiedAt) {
    static final String MACHINE_FLOW = "client_credentials";
    static final String TOKEN_API_FLOW = "ALLOW_CLIENT_TOKEN_AUTH";

    RegisteredClient {
        secrets = List.copyOf(secrets);
    }

    static RegisteredClient of(AppClient client, long now) {
        ObjectNode attributes = Json.object()
                .put("AccessTokenValidity", client.accessTokenValidity().toSeconds())
                .put("AllowedOAuthFlowsUserPoolClient", true);
        attributes.set("TokenValidityUnits", Json.object().put("AccessToken", "seconds"));
        attributes.set("AllowedOAuthFlows", Json.value(List.of(MACHINE_FLOW)));
        attributes.set("AllowedOAuthScopes", Json.value(client.allowedScopes()));
        List<ClientSecret> secrets =
                List.of(new ClientSecret(client.clientId() + "--" + now, client.clientSecret(), now));
        return new RegisteredClient(client.clientId(), client.name(), attributes, secrets, now, now);
    }

    RegisteredClient withSecrets(List<ClientSecret> changed, long now) {
        return new RegisteredClient(id, name, attributes, changed, createdAt, now);
    }

    boolean hasSecret(String presented) {
        boolean found = false;
        for (ClientSecret secret : secrets) {
            // both are compared, so that the time does not tell which of them it was
            found |= secret.is(presented);
        }
        return found;
    }

    /** Cognito's default is off: a client that names its flows and scopes may still not use them. */
    boolean mayUseOauth() {
        return attributes.path("AllowedOAuthFlowsUserPoolClient").asBoolean(false);
    }

    boolean allowsFlow(String flow) {
        return texts("AllowedOAuthFlows").contains(flow);
    }

    boolean allowsTokenApi() {
        return texts("ExplicitAuthFlows").contains(TOKEN_API_FLOW);
    }

    List<String> allowedScopes() {
        return texts("AllowedOAuthScopes");
    }

    /** One hour unless the client says otherwise; a number without a unit counts hours. */
    Duration accessTokenValidity() {
        long validity = attributes.path("AccessTokenValidity").asLong(0);
        String unit = attributes.path("TokenValidityUnits").path("AccessToken").asText("hours");
        return validity == 0
                ? AppClient.DEFAULT_ACCESS_TOKEN_VALIDITY
                : Duration.of(validity, ChronoUnit.valueOf(unit.toUpperCase(Locale.ROOT)));
    }

    /** How tests see it: with its oldest secret, the empty text if it has none. */
    AppClient asAppClient() {
        String secret = secrets.isEmpty() ? "" : secrets.get(0).value();
        return new AppClient(name, id, secret, allowedScopes(), accessTokenValidity());
    }

    private List<String> texts(String name) {
        return attributes.path(name).valueStream().map(JsonNode::asText).toList();
    }
}
