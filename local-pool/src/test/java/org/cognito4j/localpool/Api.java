package org.cognito4j.localpool;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;

/**
 * Calls the control plane as Amazon's tools do.
 *
 * @param cognito the server
 */
public record Api(LocalCognito cognito) {
    private static final String CLIENT = """
            {"UserPoolId": "%s", "ClientName": "machine", "GenerateSecret": true, "AllowedOAuthFlows": ["client_credentials"],
             "AllowedOAuthFlowsUserPoolClient": true, "AllowedOAuthScopes": ["orders/read", "orders/write"]}""";

    public JsonNode ok(String operation, String input) {
        HttpResponse<String> answer = call(operation, input);
        if (answer.statusCode() != 200) {
            throw new AssertionError(operation + ": " + answer.body());
        }
        return Tokens.json(answer.body());
    }

    /** The name and the message of an error. */
    public String error(String operation, String input) {
        JsonNode body = Tokens.json(call(operation, input).body());
        return body.path("__type").asText() + ": " + body.path("message").asText();
    }

    public HttpResponse<String> call(String operation, String input) {
        return Caller.send(request(operation, input).build());
    }

    public HttpRequest.Builder request(String operation, String input) {
        return HttpRequest.newBuilder(cognito.uri().resolve("/"))
                .header("Content-Type", "application/x-amz-json-1.1")
                .header("X-Amz-Target", "AWSCognitoIdentityProviderService." + operation)
                .POST(BodyPublishers.ofString(input));
    }

    public String createPool() {
        return ok("CreateUserPool", "{\"PoolName\": \"m2m\"}")
                .at("/UserPool/Id")
                .asText();
    }

    /** A pool with a resource server of two scopes. */
    public String createPoolWithScopes() {
        String pool = createPool();
        defineScopes("CreateResourceServer", pool, "read", "write");
        return pool;
    }

    public void defineScopes(String operation, String pool, String... scopes) {
        StringBuilder list = new StringBuilder();
        for (String scope : scopes) {
            list.append(list.isEmpty() ? "" : ",")
                    .append("{\"ScopeName\": \"%s\", \"ScopeDescription\": \"%s\"}".formatted(scope, scope));
        }
        ok(
                operation,
                "{\"UserPoolId\": \"%s\", \"Identifier\": \"orders\", \"Name\": \"Orders\", \"Scopes\": [%s]}"
                        .formatted(pool, list));
    }

    /** A machine with both scopes of {@link #createPoolWithScopes()}. */
    public AppClient createClient(String pool) {
        String id = ok("CreateUserPoolClient", CLIENT.formatted(pool))
                .at("/UserPoolClient/ClientId")
                .asText();
        return client(pool, id);
    }

    public AppClient client(String pool, String id) {
        return cognito.pool(pool).clients().stream()
                .filter(client -> client.clientId().equals(id))
                .findFirst()
                .orElseThrow();
    }

    public static String of(String pool) {
        return "{\"UserPoolId\": \"" + pool + "\"}";
    }

    public static String of(String pool, AppClient client) {
        return "{\"UserPoolId\": \"" + pool + "\", \"ClientId\": \"" + client.clientId() + "\"}";
    }

    /** An object with more members, written as they stand in JSON. */
    public static String with(String object, String members) {
        return object.substring(0, object.length() - 1) + ", " + members + "}";
    }
}
