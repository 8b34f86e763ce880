package org.cognito4j.localpool;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.cognito4j.localpool.json.Json;
import org.cognito4j.localpool.pool.ClientSecret;
import org.cognito4j.localpool.pool.EntriesById;
import org.cognito4j.localpool.pool.RegisteredClient;
import org.cognito4j.localpool.pool.RegisteredPool;

/** Translates between what users define and what the registry keeps. */
final class DefinitionMapping {
    private DefinitionMapping() {}

    /**
     * The pool that a definition describes.
     *
     * @param now in epoch milliseconds
     */
    static RegisteredPool registered(PoolDefinition definition, long now) {
        RegisteredPool pool =
                RegisteredPool.create(definition.userPoolId(), definition.userPoolId(), Json.object(), now);
        EntriesById<ObjectNode> servers = pool.resourceServers();
        for (ResourceServer server : definition.resourceServers()) {
            servers = servers.with(server.identifier(), registered(server, pool.id()));
        }
        EntriesById<RegisteredClient> clients = pool.clients();
        for (AppClient client : definition.clients()) {
            clients = clients.with(client.clientId(), registered(client, now));
        }
        EntriesById<ObjectNode> domains = definition.domain().isEmpty()
                ? pool.domains()
                : pool.domains().with(definition.domain(), Json.object());
        return pool.withResourceServers(servers).withClients(clients).withDomains(domains);
    }

    /** The form of Cognito's API, which demands names and descriptions. */
    private static ObjectNode registered(ResourceServer server, String userPoolId) {
        ObjectNode registered = Json.object()
                .put("UserPoolId", userPoolId)
                .put("Identifier", server.identifier())
                .put("Name", server.identifier());
        ArrayNode scopes = registered.putArray("Scopes");
        server.scopes()
                .forEach(scope -> scopes.addObject().put("ScopeName", scope).put("ScopeDescription", scope));
        return registered;
    }

    private static RegisteredClient registered(AppClient client, long now) {
        ObjectNode attributes = Json.object()
                .put("AccessTokenValidity", client.accessTokenValidity().toSeconds())
                .put("AllowedOAuthFlowsUserPoolClient", true);
        attributes.set("TokenValidityUnits", Json.object().put("AccessToken", "seconds"));
        attributes.set("AllowedOAuthFlows", Json.value(List.of(RegisteredClient.MACHINE_FLOW)));
        attributes.set("AllowedOAuthScopes", Json.value(client.allowedScopes()));
        List<ClientSecret> secrets =
                List.of(new ClientSecret(client.clientId() + "--" + now, client.clientSecret(), now));
        return new RegisteredClient(client.clientId(), client.name(), attributes, secrets, now, now);
    }

    /** How tests see a client: with its oldest secret, the empty text if it has none. */
    static AppClient shown(RegisteredClient client) {
        String secret =
                client.secrets().isEmpty() ? "" : client.secrets().get(0).value();
        return new AppClient(client.name(), client.id(), secret, client.allowedScopes(), client.accessTokenValidity());
    }
}
