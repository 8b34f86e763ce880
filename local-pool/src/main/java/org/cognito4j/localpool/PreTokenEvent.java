package org.cognito4j.localpool;

import java.util.List;
import java.util.Map;

/**
 * What a pre token generation trigger learns about a machine's token.
 *
 * @param userPoolId the pool
 * @param clientId the app client
 * @param scopes the scopes it is about to get
 * @param clientMetadata what the caller said in {@code aws_client_metadata}, empty if it said nothing
 */
public record PreTokenEvent(
        String userPoolId, String clientId, List<String> scopes, Map<String, Object> clientMetadata) {
    /**
     * Keeps copies.
     *
     * @param userPoolId the pool
     * @param clientId the app client
     * @param scopes the scopes
     * @param clientMetadata the caller's metadata
     */
    public PreTokenEvent {
        scopes = List.copyOf(scopes);
        clientMetadata = Map.copyOf(clientMetadata);
    }
}
