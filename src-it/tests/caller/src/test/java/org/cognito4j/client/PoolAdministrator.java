package org.cognito4j.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** Who runs the user pool, over the control plane's own protocol. */
record PoolAdministrator(URI endpoint) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** The answer to an operation, which has to succeed. */
    JsonNode does(String operation, String input) {
        HttpRequest request = HttpRequest.newBuilder(endpoint)
                .header("Content-Type", "application/x-amz-json-1.1")
                .header("X-Amz-Target", "AWSCognitoIdentityProviderService." + operation)
                .POST(BodyPublishers.ofString(input))
                .build();
        try {
            HttpResponse<String> response = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
            assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
            return JSON.readTree(response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** An app client for {@code GetClientToken}, which may have {@code orders/read}. */
    JsonNode createTokenClient(String userPoolId) {
        return does("CreateUserPoolClient", """
                        {"UserPoolId": "%s", "ClientName": "machine", "GenerateSecret": true,
                         "ExplicitAuthFlows": ["ALLOW_CLIENT_TOKEN_AUTH"], "AllowedOAuthScopes": ["orders/read"]}
                        """.formatted(userPoolId)).get("UserPoolClient");
    }

    /** Adds a secret of one's own beside the one there is. */
    void addSecret(String userPoolId, String clientId, String secret) {
        does("AddUserPoolClientSecret", """
                {"UserPoolId": "%s", "ClientId": "%s", "ClientSecret": "%s"}
                """.formatted(userPoolId, clientId, secret));
    }

    /** Deletes the older one of two secrets. */
    void deleteFirstSecret(String userPoolId, String clientId) {
        JsonNode secrets = does(
                        "ListUserPoolClientSecrets",
                        "{\"UserPoolId\": \"%s\", \"ClientId\": \"%s\"}".formatted(userPoolId, clientId))
                .get("ClientSecrets");
        assertThat(secrets).hasSize(2);
        does("DeleteUserPoolClientSecret", """
                {"UserPoolId": "%s", "ClientId": "%s", "ClientSecretId": "%s"}
                """.formatted(
                userPoolId, clientId, secrets.get(0).get("ClientSecretId").asText()));
    }
}
