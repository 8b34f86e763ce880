package org.cognito4j.localpool;

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
}
