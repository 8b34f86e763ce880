package org.cognito4j.localpool.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cognito4j.localpool.json.Json;
import org.cognito4j.localpool.pool.ClientSecret;
import org.cognito4j.localpool.pool.PoolRegistry;
import org.cognito4j.localpool.pool.RandomIds;
import org.cognito4j.localpool.pool.RegisteredClient;

/**
 * The operations on app clients.
 *
 * @param registry the pools
 * @param clock tells when one is created
 */
record AppClientOperations(PoolRegistry registry, InstantSource clock) {
    private static final int MOST_OF_A_POOL = 1000;

    Map<String, Operation> byName() {
        Map<String, Operation> operations = new LinkedHashMap<>();
        operations.put("CreateUserPoolClient", this::create);
        operations.put("DescribeUserPoolClient", this::describe);
        operations.put("ListUserPoolClients", this::list);
        operations.put("UpdateUserPoolClient", this::update);
        operations.put("DeleteUserPoolClient", this::delete);
        return operations;
    }

    private ObjectNode create(OperationCall call) {
        if (call.flag("GenerateSecret") && call.has("ClientSecret")) {
            throw RefusedOperation.invalidParameter("GenerateSecret and ClientSecret can not be used together.");
        }
        String id = RandomIds.clientId();
        long now = clock.millis();
        RegisteredClient client = new RegisteredClient(
                id,
                call.text("ClientName"),
                call.attributesBesides("UserPoolId", "ClientName", "GenerateSecret", "ClientSecret"),
                secrets(call, id),
                now,
                now);
        registry.changePool(call.userPoolId(), pool -> {
            AppClientRules.check(client, pool);
            if (pool.clients().size() == MOST_OF_A_POOL) {
                throw RefusedOperation.limitExceeded("Maximum number of clients reached for this user pool.");
            }
            return pool.withClients(pool.clients().with(id, client));
        });
        return shown(call.userPoolId(), client);
    }

    private List<ClientSecret> secrets(OperationCall call, String id) {
        if (call.has("ClientSecret")) {
            return List.of(ClientSecret.of(id, call.text("ClientSecret"), clock.instant(), List.of()));
        }
        return call.flag("GenerateSecret")
                ? List.of(ClientSecret.of(id, RandomIds.clientSecret(), clock.instant(), List.of()))
                : List.of();
    }

    private ObjectNode describe(OperationCall call) {
        return shown(call.userPoolId(), registry.client(call.userPoolId(), call.clientId()));
    }

    private ObjectNode list(OperationCall call) {
        return ListPage.of(call)
                .answer(
                        "UserPoolClients",
                        registry.pool(call.userPoolId()).clients(),
                        client -> Json.object()
                                .put("ClientId", client.id())
                                .put("UserPoolId", call.userPoolId())
                                .put("ClientName", client.name()));
    }

    /** What is left out returns to its default, as with Cognito; secrets and id stay. */
    private ObjectNode update(OperationCall call) {
        registry.changePool(call.userPoolId(), pool -> {
            RegisteredClient old = PoolRegistry.client(pool, call.clientId());
            RegisteredClient changed = new RegisteredClient(
                    old.id(),
                    call.has("ClientName") ? call.text("ClientName") : old.name(),
                    call.attributesBesides("UserPoolId", "ClientId", "ClientName"),
                    old.secrets(),
                    old.createdAt(),
                    clock.millis());
            AppClientRules.check(changed, pool);
            return pool.withClients(pool.clients().with(old.id(), changed));
        });
        return describe(call);
    }

    private ObjectNode delete(OperationCall call) {
        registry.changePool(call.userPoolId(), pool -> {
            RegisteredClient client = PoolRegistry.client(pool, call.clientId());
            return pool.withClients(pool.clients().without(client.id()));
        });
        return Json.object();
    }

    /** Unlike a list of secrets, a client's own description repeats its secret: the oldest if there are two. */
    private static ObjectNode shown(String poolId, RegisteredClient client) {
        ObjectNode shown = Json.object()
                .put("UserPoolId", poolId)
                .put("ClientName", client.name())
                .put("ClientId", client.id());
        client.secrets().stream().findFirst().ifPresent(secret -> shown.put("ClientSecret", secret.value()));
        ApiDates.put(shown, client.createdAt(), client.modifiedAt())
                .put("RefreshTokenValidity", 30)
                .put("AllowedOAuthFlowsUserPoolClient", false)
                .put("EnableTokenRevocation", true)
                .put("EnablePropagateAdditionalUserContextData", false)
                .put("AuthSessionValidity", 3);
        shown.set("TokenValidityUnits", Json.object());
        shown.setAll(client.attributes().deepCopy());
        ObjectNode answer = Json.object();
        answer.set("UserPoolClient", shown);
        return answer;
    }
}
