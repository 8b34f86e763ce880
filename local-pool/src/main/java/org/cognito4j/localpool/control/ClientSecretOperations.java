package org.cognito4j.localpool.control;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cognito4j.localpool.json.Json;
import org.cognito4j.localpool.pool.ClientSecret;
import org.cognito4j.localpool.pool.PoolRegistry;
import org.cognito4j.localpool.pool.RandomIds;

/**
 * The operations on the up to two secrets of an app client, with which a secret is changed without a pause.
 *
 * @param registry the pools
 * @param clock tells when one is created
 */
record ClientSecretOperations(PoolRegistry registry, InstantSource clock) {
    private static final int MOST_OF_A_CLIENT = 2;

    Map<String, Operation> byName() {
        Map<String, Operation> operations = new LinkedHashMap<>();
        operations.put("AddUserPoolClientSecret", this::add);
        operations.put("ListUserPoolClientSecrets", this::list);
        operations.put("DeleteUserPoolClientSecret", this::delete);
        return operations;
    }

    /** Shows a generated secret, this once; a secret of the caller's own is not repeated. */
    private ObjectNode add(OperationCall call) {
        boolean own = call.has("ClientSecret");
        String value = own ? call.text("ClientSecret") : RandomIds.clientSecret();
        registry.changeClient(call.userPoolId(), call.clientId(), client -> {
            List<ClientSecret> secrets = new ArrayList<>(client.secrets());
            if (secrets.isEmpty()) {
                throw RefusedOperation.invalidParameter("The client is public: it can not get a secret.");
            }
            if (secrets.size() == MOST_OF_A_CLIENT) {
                throw RefusedOperation.limitExceeded("Maximum number of secrets reached for this client.");
            }
            secrets.add(ClientSecret.of(client.id(), value, clock.instant(), secrets));
            return client.withSecrets(secrets, clock.millis());
        });
        List<ClientSecret> secrets =
                registry.client(call.userPoolId(), call.clientId()).secrets();
        ObjectNode descriptor = shown(secrets.get(secrets.size() - 1));
        if (!own) {
            descriptor.put("ClientSecretValue", value);
        }
        ObjectNode answer = Json.object();
        answer.set("ClientSecretDescriptor", descriptor);
        return answer;
    }

    private ObjectNode list(OperationCall call) {
        ObjectNode answer = Json.object();
        ArrayNode shown = answer.putArray("ClientSecrets");
        registry.client(call.userPoolId(), call.clientId()).secrets().forEach(secret -> shown.add(shown(secret)));
        return answer;
    }

    private ObjectNode delete(OperationCall call) {
        String id = call.text("ClientSecretId");
        registry.changeClient(call.userPoolId(), call.clientId(), client -> {
            List<ClientSecret> left = client.secrets().stream()
                    .filter(secret -> !secret.id().equals(id))
                    .toList();
            if (left.size() == client.secrets().size()) {
                throw RefusedOperation.resourceNotFound("Client secret " + id + " does not exist.");
            }
            if (left.isEmpty()) {
                throw RefusedOperation.invalidParameter("The last secret of a client can not be deleted.");
            }
            return client.withSecrets(left, clock.millis());
        });
        return Json.object();
    }

    private static ObjectNode shown(ClientSecret secret) {
        return Json.object()
                .put("ClientSecretId", secret.id())
                .put("ClientSecretCreateDate", ApiDates.seconds(secret.createdAt()));
    }
}
