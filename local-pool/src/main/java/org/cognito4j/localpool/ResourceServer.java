package org.cognito4j.localpool;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * An API that a pool knows, with the levels of access to it. What a token carries for it is
 * {@code <identifier>/<scope>}.
 *
 * @param identifier the name of the API, 1 to 256 visible ASCII characters except {@code "} and {@code \}; often a URL
 * @param scopes the scope names without the identifier, at most 100, each 1 to 256 visible ASCII characters except
 *     {@code "}, {@code \} and {@code /}
 * @see <a href="https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-define-resource-servers.html">
 *     Scopes, M2M, and resource servers</a>
 */
public record ResourceServer(String identifier, List<String> scopes) {
    /**
     * Keeps a copy of the scopes; {@link PoolDefinition} applies the rules above.
     *
     * @param identifier the name of the API
     * @param scopes the scope names without the identifier
     */
    public ResourceServer {
        scopes = List.copyOf(scopes);
    }

    /** The scopes as clients ask for them and tokens carry them. */
    List<String> qualifiedScopes() {
        return scopes.stream().map(scope -> identifier + "/" + scope).toList();
    }

    /** The form of Cognito's API, which demands names and descriptions. */
    ObjectNode asApiObject(String userPoolId) {
        ObjectNode server = Json.object()
                .put("UserPoolId", userPoolId)
                .put("Identifier", identifier)
                .put("Name", identifier);
        ArrayNode list = server.putArray("Scopes");
        scopes.forEach(scope -> list.addObject().put("ScopeName", scope).put("ScopeDescription", scope));
        return server;
    }
}
