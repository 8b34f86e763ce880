package org.cognito4j.localpool.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import org.cognito4j.localpool.json.Json;

/**
 * A call of an operation of the control plane.
 *
 * @param input its input, already checked against the service model; never changed
 * @param region the region the caller signed for, or the server's own
 */
record OperationCall(ObjectNode input, String region) {

    /** A required text, or the empty one for a text that was left out. */
    String text(String name) {
        return input.path(name).asText("");
    }

    String userPoolId() {
        return text("UserPoolId");
    }

    String clientId() {
        return text("ClientId");
    }

    boolean has(String name) {
        return input.hasNonNull(name);
    }

    boolean flag(String name) {
        return input.path(name).asBoolean(false);
    }

    List<String> texts(String name) {
        return input.path(name).valueStream().map(JsonNode::asText).toList();
    }

    /** What was said besides the names, without members that were only there to be empty. */
    ObjectNode attributesBesides(String... names) {
        Set<String> others = Set.of(names);
        ObjectNode attributes = Json.object();
        input.properties().stream()
                .filter(member ->
                        !others.contains(member.getKey()) && !member.getValue().isNull())
                .forEach(member -> attributes.set(member.getKey(), member.getValue()));
        return attributes;
    }
}
