package org.cognito4j.localpool.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cognito4j.localpool.grant.ScopeRequest;
import org.cognito4j.localpool.grant.UndocumentedAnswers;
import org.cognito4j.localpool.json.Json;
import org.cognito4j.localpool.pool.PoolRegistry;
import org.cognito4j.localpool.pool.RegisteredClient;
import org.cognito4j.localpool.pool.RegisteredPool;
import org.cognito4j.localpool.token.PoolSigners;

/**
 * {@code GetClientToken}: the token of a machine without a domain and without OAuth.
 *
 * @param registry the pools
 * @param tokens makes the tokens
 * @param answers settles what AWS leaves open
 * @see <a href="https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_GetClientToken.html">
 *     GetClientToken</a>
 */
record ClientTokenOperations(PoolRegistry registry, PoolSigners tokens, UndocumentedAnswers answers) {

    Map<String, Operation> byName() {
        return Map.of("GetClientToken", this::get);
    }

    private ObjectNode get(OperationCall call) {
        RegisteredPool pool = registry.pools().all().stream()
                .filter(candidate -> candidate.clients().has(call.clientId()))
                .findFirst()
                .orElseThrow(() ->
                        RefusedOperation.resourceNotFound("User pool client " + call.clientId() + " does not exist."));
        RegisteredClient client = PoolRegistry.client(pool, call.clientId());
        if (!client.hasSecret(call.text("Secret"))) {
            throw RefusedOperation.of("NotAuthorizedException", "Invalid client or secret");
        }
        if (!client.allowsTokenApi()) {
            throw RefusedOperation.invalidParameter(
                    RegisteredClient.TOKEN_API_FLOW + " flow not enabled for this client");
        }
        String token = tokens.machineToken(pool, client, scopes(call, client, pool), metadata(call));
        ObjectNode answer = Json.object();
        answer.putObject("ClientAuthenticationResult")
                .put("AccessToken", token)
                .put("ExpiresIn", client.accessTokenValidity().toSeconds())
                .put("TokenType", "Bearer");
        return answer;
    }

    private List<String> scopes(OperationCall call, RegisteredClient client, RegisteredPool pool) {
        ScopeRequest request = new ScopeRequest(new LinkedHashSet<>(call.texts("Scopes")));
        Optional<String> foreign = answers.ignoresForeignScopes() ? Optional.empty() : request.foreignTo(client);
        foreign.ifPresent(scope -> {
            throw RefusedOperation.invalidParameter("Invalid scope requested: " + scope);
        });
        List<String> granted = request.granted(client, pool);
        if (granted.isEmpty()) {
            throw RefusedOperation.invalidParameter("The client has none of the requested scopes.");
        }
        return granted;
    }

    private static Map<String, Object> metadata(OperationCall call) {
        return call.has("ClientMetadata") ? Json.map(call.input().get("ClientMetadata")) : Map.of();
    }
}
