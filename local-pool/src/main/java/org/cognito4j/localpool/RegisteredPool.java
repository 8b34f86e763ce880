package org.cognito4j.localpool;

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
record RegisteredPool(
        String id,
        String name,
        ObjectNode attributes,
        Entries<ObjectNode> resourceServers,
        Entries<RegisteredClient> clients,
        Entries<ObjectNode> domains,
        long createdAt,
        long modifiedAt) {

    static RegisteredPool create(String id, String name, ObjectNode attributes, long now) {
        return new RegisteredPool(id, name, attributes, Entries.none(), Entries.none(), Entries.none(), now, now);
    }

    @JsonIgnore
    String region() {
        return id.substring(0, id.indexOf('_'));
    }

    /** Whether its issuer is the one that AWS recommends for new pools instead of the original one. */
    @JsonIgnore
    boolean hasUpdatedIssuer() {
        return attributes.path("IssuerConfiguration").path("Type").asText().equals("UPDATED");
    }

    /** The scopes that exist, as tokens carry them; a client may still name others that have been deleted. */
    Set<String> definedScopes() {
        return resourceServers.all().stream()
                .flatMap(server -> server.path("Scopes").valueStream().map(scope -> qualified(server, scope)))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static String qualified(JsonNode server, JsonNode scope) {
        return server.path("Identifier").asText() + "/"
                + scope.path("ScopeName").asText();
    }

    RegisteredPool withAttributes(String changedName, ObjectNode changed, long now) {
        return new RegisteredPool(id, changedName, changed, resourceServers, clients, domains, createdAt, now);
    }

    RegisteredPool withResourceServers(Entries<ObjectNode> changed) {
        return new RegisteredPool(id, name, attributes, changed, clients, domains, createdAt, modifiedAt);
    }

    RegisteredPool withClients(Entries<RegisteredClient> changed) {
        return new RegisteredPool(id, name, attributes, resourceServers, changed, domains, createdAt, modifiedAt);
    }

    RegisteredPool withDomains(Entries<ObjectNode> changed) {
        return new RegisteredPool(id, name, attributes, resourceServers, clients, changed, createdAt, modifiedAt);
    }
}
