package org.cognito4j.localpool.pool;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A user pool as the server keeps it; never changes, its {@code with} methods make another.
 *
 * @param id the pool's id
 * @param name what people call it
 * @param attributes everything else its creator said, with the names and forms of Cognito's API
 * @param resourceServers by identifier, in the form of Cognito's API
 * @param clients by client id
 * @param domains by domain: at most one prefix and one domain name of the owner's
 * @param createdAt in epoch milliseconds
 * @param modifiedAt in epoch milliseconds
 */
public record RegisteredPool(
        String id,
        String name,
        ObjectNode attributes,
        EntriesById<ObjectNode> resourceServers,
        EntriesById<RegisteredClient> clients,
        EntriesById<ObjectNode> domains,
        long createdAt,
        long modifiedAt) {

    public static RegisteredPool create(String id, String name, ObjectNode attributes, long now) {
        return new RegisteredPool(
                id, name, attributes, EntriesById.none(), EntriesById.none(), EntriesById.none(), now, now);
    }

    @JsonIgnore
    public String region() {
        return id.substring(0, id.indexOf('_'));
    }

    /** Whether its issuer is the one that AWS recommends for new pools instead of the original one. */
    @JsonIgnore
    boolean hasUpdatedIssuer() {
        return attributes.path("IssuerConfiguration").path("Type").asText().equals("UPDATED");
    }

    /** The scopes that exist, as tokens carry them; a client may still name others that have been deleted. */
    public Set<String> definedScopes() {
        return resourceServers.all().stream()
                .flatMap(server -> server.path("Scopes").valueStream().map(scope -> qualified(server, scope)))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static String qualified(JsonNode server, JsonNode scope) {
        return server.path("Identifier").asText() + "/"
                + scope.path("ScopeName").asText();
    }

    public RegisteredPool withAttributes(String changedName, ObjectNode changed, long now) {
        return new RegisteredPool(id, changedName, changed, resourceServers, clients, domains, createdAt, now);
    }

    public RegisteredPool withResourceServers(EntriesById<ObjectNode> changed) {
        return new RegisteredPool(id, name, attributes, changed, clients, domains, createdAt, modifiedAt);
    }

    public RegisteredPool withClients(EntriesById<RegisteredClient> changed) {
        return new RegisteredPool(id, name, attributes, resourceServers, changed, domains, createdAt, modifiedAt);
    }

    public RegisteredPool withDomains(EntriesById<ObjectNode> changed) {
        return new RegisteredPool(id, name, attributes, resourceServers, clients, changed, createdAt, modifiedAt);
    }
}
