package org.cognito4j.localpool.control;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The plain types of Amazon's service model: which JSON they are written as, and which of their constraints a value breaks. */
final class ModelShapes {
    private ModelShapes() {}

    static boolean isOf(String type, JsonNode value) {
        return switch (type) {
            case "structure", "map" -> value.isObject();
            case "list" -> value.isArray();
            case "integer", "long" -> value.isIntegralNumber();
            case "boolean" -> value.isBoolean();
            default -> value.isTextual();
        };
    }

    static String kind(JsonNode value) {
        return switch (value.getNodeType()) {
            case OBJECT -> "Start of structure or map found where not expected: it";
            case ARRAY -> "Start of list found where not expected: it";
            case NUMBER -> "NUMBER_VALUE";
            case BOOLEAN -> value.asBoolean() ? "TRUE_VALUE" : "FALSE_VALUE";
            default -> "STRING_VALUE";
        };
    }

    static String article(String type) {
        return switch (type) {
            case "integer" -> "an Integer";
            case "structure", "map" -> "a structure or map";
            default -> "a " + Character.toUpperCase(type.charAt(0)) + type.substring(1);
        };
    }

    /** A value as a message repeats it; a secret is not repeated. */
    static String shown(JsonNode shape, JsonNode value) {
        if (shape.path("sensitive").asBoolean(false)) {
            return "";
        }
        return value.isArray()
                ? "'" + value.valueStream().map(JsonNode::asText).collect(Collectors.joining(", ", "[", "]")) + "'"
                : "'" + value.asText() + "'";
    }

    static List<String> constraint(JsonNode shape, JsonNode value) {
        if (value.isIntegralNumber()) {
            return range(shape, value.asLong());
        }
        return value.isTextual() ? text(shape, value.asText()) : List.of();
    }

    private static List<String> text(JsonNode shape, String text) {
        List<String> broken = new ArrayList<>();
        if (shape.has("enum")
                && shape.get("enum").valueStream().noneMatch(one -> one.asText().equals(text))) {
            String set = shape.get("enum").valueStream().map(JsonNode::asText).collect(Collectors.joining(", "));
            broken.add("Member must satisfy enum value set: [" + set + "]");
        }
        // the API takes a prefix and a whole domain name in the same member, though its pattern is the prefix's
        boolean free = shape.path("unlessDotted").asBoolean(false) && text.contains(".");
        if (shape.has("pattern") && !free && !matches(shape.get("pattern").asText(), text)) {
            broken.add("Member must satisfy regular expression pattern: "
                    + shape.get("pattern").asText());
        }
        broken.addAll(length(shape, text.length()));
        return broken;
    }

    private static boolean matches(String pattern, String text) {
        return Pattern.compile(pattern).matcher(text).matches();
    }

    static List<String> length(JsonNode shape, long length) {
        return bounds(shape, length, "have length");
    }

    private static List<String> range(JsonNode shape, long number) {
        return bounds(shape, number, "have value");
    }

    private static List<String> bounds(JsonNode shape, long actual, String what) {
        if (shape.has("min") && actual < shape.get("min").asLong()) {
            return List.of("Member must " + what + " greater than or equal to "
                    + shape.get("min").asLong());
        }
        if (shape.has("max") && actual > shape.get("max").asLong()) {
            return List.of("Member must " + what + " less than or equal to "
                    + shape.get("max").asLong());
        }
        return List.of();
    }
}
