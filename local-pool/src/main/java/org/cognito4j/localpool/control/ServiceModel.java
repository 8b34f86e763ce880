package org.cognito4j.localpool.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.cognito4j.localpool.json.Json;

/**
 * Amazon's description of the inputs of the control plane, and the check of an input against it. The messages have the
 * wording of Amazon's services.
 */
final class ServiceModel {
    private static final JsonNode MODEL = Json.resource(ServiceModel.class, "service-model.json");

    private ServiceModel() {}

    /** The operations of Cognito that the local pool leaves out. */
    static boolean knowsButLacks(String operation) {
        return MODEL.get("unsupported")
                .valueStream()
                .anyMatch(name -> name.asText().equals(operation));
    }

    static void check(String operation, ObjectNode input) {
        List<String> violations = new ArrayList<>();
        checkStructure("", shape(MODEL.get("operations").get(operation).asText()), input, violations);
        if (!violations.isEmpty()) {
            throw RefusedOperation.invalidParameter(violations.size() + " validation error"
                    + (violations.size() == 1 ? "" : "s") + " detected: " + String.join("; ", violations));
        }
    }

    static JsonNode shape(String name) {
        return MODEL.get("shapes").get(name);
    }

    /** Members that the model does not know are ignored, as by every AWS service. */
    private static void checkStructure(String path, JsonNode shape, JsonNode value, List<String> violations) {
        for (JsonNode required : shape.path("required")) {
            if (!value.hasNonNull(required.asText())) {
                violations.add(violation("null", path + member(required.asText()), "Member must not be null"));
            }
        }
        shape.path("members").properties().forEach(member -> {
            if (value.hasNonNull(member.getKey())) {
                check(
                        path + member(member.getKey()),
                        shape(member.getValue().asText()),
                        value.get(member.getKey()),
                        violations);
            }
        });
    }

    private static void check(String path, JsonNode shape, JsonNode value, List<String> violations) {
        String type = shape.get("type").asText();
        if (!ModelShapes.isOf(type, value)) {
            throw RefusedOperation.of(
                    "SerializationException",
                    ModelShapes.kind(value) + " can not be converted to " + ModelShapes.article(type));
        }
        switch (type) {
            case "structure" -> checkStructure(path + ".", shape, value, violations);
            case "list" -> checkList(path, shape, value, violations);
            case "map" ->
                value.properties()
                        .forEach(entry -> check(
                                path + "." + entry.getKey() + ".member",
                                shape(shape.get("value").asText()),
                                entry.getValue(),
                                violations));
            default ->
                ModelShapes.constraint(shape, value)
                        .forEach(broken -> violations.add(violation(ModelShapes.shown(shape, value), path, broken)));
        }
    }

    /** A list of plain values is shown as a whole, a list of structures names the place of its element. */
    private static void checkList(String path, JsonNode shape, JsonNode list, List<String> violations) {
        ModelShapes.length(shape, list.size())
                .forEach(broken -> violations.add(violation(ModelShapes.shown(shape, list), path, broken)));
        JsonNode element = shape(shape.get("member").asText());
        boolean plain = !element.get("type").asText().equals("structure");
        for (int i = 0; i < list.size(); i++) {
            List<String> inside = new ArrayList<>();
            check(path + "." + (i + 1) + ".member", element, list.get(i), inside);
            if (plain && !inside.isEmpty()) {
                String all = String.join(", ", ModelShapes.constraint(element, list.get(i)));
                violations.add(violation(
                        ModelShapes.shown(shape, list), path, "Member must satisfy constraint: [" + all + "]"));
                return;
            }
            violations.addAll(inside);
        }
    }

    private static String violation(String value, String path, String constraint) {
        return ("Value " + value + " at '").replace("Value  at", "Value at") + path + "' failed to satisfy constraint: "
                + constraint;
    }

    private static String member(String name) {
        return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    }
}
