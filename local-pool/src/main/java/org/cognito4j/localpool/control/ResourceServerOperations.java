package org.cognito4j.localpool.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import org.cognito4j.localpool.json.Json;
import org.cognito4j.localpool.pool.PoolRegistry;
import org.cognito4j.localpool.pool.RegisteredPool;

/**
 * The operations on resource servers.
 *
 * @param registry the pools
 */
record ResourceServerOperations(PoolRegistry registry) {
    private static final int MOST_OF_A_POOL = 25;

    Map<String, Operation> byName() {
        Map<String, Operation> operations = new LinkedHashMap<>();
        operations.put("CreateResourceServer", this::create);
        operations.put("DescribeResourceServer", this::describe);
        operations.put("ListResourceServers", this::list);
        operations.put("UpdateResourceServer", this::update);
        operations.put("DeleteResourceServer", this::delete);
        return operations;
    }

    private ObjectNode create(OperationCall call) {
        ObjectNode server = said(call);
        registry.changePool(call.userPoolId(), pool -> {
            if (pool.resourceServers().has(identifier(call))) {
                throw RefusedOperation.invalidParameter(
                        identifier(call) + " already exists in user pool " + pool.id() + ".");
            }
            if (pool.resourceServers().size() == MOST_OF_A_POOL) {
                throw RefusedOperation.limitExceeded("Maximum number of resource servers reached for this user pool.");
            }
            return pool.withResourceServers(pool.resourceServers().with(identifier(call), server));
        });
        return shown(server);
    }

    private ObjectNode describe(OperationCall call) {
        return shown(known(registry.pool(call.userPoolId()), call));
    }

    private ObjectNode list(OperationCall call) {
        return ListPage.of(call)
                .answer("ResourceServers", registry.pool(call.userPoolId()).resourceServers(), ObjectNode::deepCopy);
    }

    /** Replaces all scopes; what a client may have of those that are gone stays on the client without effect. */
    private ObjectNode update(OperationCall call) {
        ObjectNode server = said(call);
        registry.changePool(call.userPoolId(), pool -> {
            known(pool, call);
            return pool.withResourceServers(pool.resourceServers().with(identifier(call), server));
        });
        return shown(server);
    }

    private ObjectNode delete(OperationCall call) {
        registry.changePool(call.userPoolId(), pool -> {
            known(pool, call);
            return pool.withResourceServers(pool.resourceServers().without(identifier(call)));
        });
        return Json.object();
    }

    private static ObjectNode known(RegisteredPool pool, OperationCall call) {
        return pool.resourceServers()
                .find(identifier(call))
                .orElseThrow(() ->
                        RefusedOperation.resourceNotFound("Resource server " + identifier(call) + " does not exist."));
    }

    private static String identifier(OperationCall call) {
        return call.text("Identifier");
    }

    private static ObjectNode said(OperationCall call) {
        ObjectNode server = Json.object()
                .put("UserPoolId", call.userPoolId())
                .put("Identifier", identifier(call))
                .put("Name", call.text("Name"));
        server.set("Scopes", call.has("Scopes") ? call.input().get("Scopes") : Json.array());
        return server;
    }

    private static ObjectNode shown(ObjectNode server) {
        ObjectNode answer = Json.object();
        answer.set("ResourceServer", server.deepCopy());
        return answer;
    }
}
