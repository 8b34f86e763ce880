package org.cognito4j.localpool.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.cognito4j.localpool.json.Json;
import org.cognito4j.localpool.pool.PoolRegistry;
import org.cognito4j.localpool.pool.RandomIds;
import org.cognito4j.localpool.pool.RegisteredPool;

/**
 * The operations on user pools themselves.
 *
 * @param registry the pools
 * @param clock tells when one is created
 */
record UserPoolOperations(PoolRegistry registry, InstantSource clock) {
    static final String ACCOUNT = "123456789012";
    private static final ObjectNode DEFAULTS = Json.resource(UserPoolOperations.class, "user-pool-defaults.json");
    /** What a pool keeps from its creation, because UpdateUserPool cannot say it. */
    private static final String[] FIXED = {
        "Schema", "AliasAttributes", "UsernameAttributes", "UsernameConfiguration", "UserPoolTags"
    };

    Map<String, Operation> byName() {
        Map<String, Operation> operations = new LinkedHashMap<>();
        operations.put("CreateUserPool", this::create);
        operations.put("DescribeUserPool", this::describe);
        operations.put("ListUserPools", this::list);
        operations.put("UpdateUserPool", this::update);
        operations.put("DeleteUserPool", this::delete);
        operations.put("TagResource", this::tag);
        operations.put("UntagResource", this::untag);
        operations.put("ListTagsForResource", this::tags);
        return operations;
    }

    private ObjectNode create(OperationCall call) {
        String id = RandomIds.userPoolId(call.region());
        RegisteredPool pool =
                RegisteredPool.create(id, call.text("PoolName"), call.attributesBesides("PoolName"), clock.millis());
        registry.change(all -> all.with(id, pool));
        return shown(pool);
    }

    private ObjectNode describe(OperationCall call) {
        return shown(registry.pool(call.userPoolId()));
    }

    private ObjectNode list(OperationCall call) {
        return ListPage.of(call).answer("UserPools", registry.pools(), pool -> {
            ObjectNode item = Json.object().put("Id", pool.id()).put("Name", pool.name());
            item.set(
                    "LambdaConfig",
                    pool.attributes().path("LambdaConfig").isObject()
                            ? pool.attributes().get("LambdaConfig")
                            : Json.object());
            return ApiDates.put(item, pool.createdAt(), pool.modifiedAt());
        });
    }

    /** What is left out returns to its default, as with Cognito. */
    private ObjectNode update(OperationCall call) {
        registry.changePool(call.userPoolId(), pool -> {
            ObjectNode attributes = call.attributesBesides("UserPoolId", "PoolName");
            for (String name : FIXED) {
                if (pool.attributes().has(name) && !attributes.has(name)) {
                    attributes.set(name, pool.attributes().get(name));
                }
            }
            String name = call.has("PoolName") ? call.text("PoolName") : pool.name();
            return pool.withAttributes(name, attributes, clock.millis());
        });
        return Json.object();
    }

    private ObjectNode delete(OperationCall call) {
        registry.change(all -> {
            RegisteredPool pool = registry.pool(call.userPoolId());
            if (pool.domains().size() > 0) {
                throw RefusedOperation.invalidParameter(
                        "User pool cannot be deleted. It has a domain configured that should be deleted first.");
            }
            if (pool.attributes().path("DeletionProtection").asText().equals("ACTIVE")) {
                throw RefusedOperation.invalidParameter("The user pool cannot be deleted because deletion protection is"
                        + " activated. Deletion protection must be inactivated first.");
            }
            return all.without(pool.id());
        });
        return Json.object();
    }

    private ObjectNode tag(OperationCall call) {
        return changeTags(call, tags -> tags.setAll((ObjectNode) call.input().path("Tags")));
    }

    private ObjectNode untag(OperationCall call) {
        return changeTags(call, tags -> tags.remove(call.texts("TagKeys")));
    }

    private ObjectNode tags(OperationCall call) {
        ObjectNode answer = Json.object();
        answer.set("Tags", tagsOf(registry.pool(idIn(call.text("ResourceArn")))));
        return answer;
    }

    private ObjectNode changeTags(OperationCall call, Consumer<ObjectNode> change) {
        registry.changePool(idIn(call.text("ResourceArn")), pool -> {
            ObjectNode tags = tagsOf(pool);
            change.accept(tags);
            ObjectNode attributes = pool.attributes().deepCopy();
            attributes.set("UserPoolTags", tags);
            return pool.withAttributes(pool.name(), attributes, clock.millis());
        });
        return Json.object();
    }

    private static ObjectNode tagsOf(RegisteredPool pool) {
        JsonNode tags = pool.attributes().path("UserPoolTags");
        return tags.isObject() ? tags.deepCopy() : Json.object();
    }

    private static String idIn(String arn) {
        return arn.substring(arn.lastIndexOf('/') + 1);
    }

    private static ObjectNode shown(RegisteredPool pool) {
        ObjectNode shown = Json.object().put("Id", pool.id()).put("Name", pool.name());
        shown.setAll(DEFAULTS.deepCopy());
        pool.attributes().properties().stream()
                .filter(member -> !member.getKey().equals("Schema"))
                .forEach(member -> shown.set(member.getKey(), member.getValue()));
        addOwnSchema(
                (ArrayNode) shown.get("SchemaAttributes"), pool.attributes().path("Schema"));
        pool.domains()
                .byId()
                .keySet()
                .forEach(domain -> shown.put(domain.contains(".") ? "CustomDomain" : "Domain", domain));
        shown.put("Arn", "arn:aws:cognito-idp:" + pool.region() + ":" + ACCOUNT + ":userpool/" + pool.id());
        ObjectNode answer = Json.object();
        answer.set("UserPool", ApiDates.put(shown, pool.createdAt(), pool.modifiedAt()));
        return answer;
    }

    private static void addOwnSchema(ArrayNode attributes, JsonNode schema) {
        schema.forEach(own -> {
            ObjectNode attribute = own.deepCopy();
            String name = own.path("Name").asText();
            attributes.add(attribute.put("Name", name.startsWith("custom:") ? name : "custom:" + name));
        });
    }
}
