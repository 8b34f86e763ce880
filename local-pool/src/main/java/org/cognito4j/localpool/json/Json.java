package org.cognito4j.localpool.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The one JSON mapper; members keep the order in which they are put. */
public final class Json {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private Json() {}

    public static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    public static JsonNode value(@Nullable Object value) {
        return MAPPER.valueToTree(value);
    }

    /**
     * Reads an object.
     *
     * @throws IOException if it is none, has a member twice or goes on after its end
     */
    public static ObjectNode parse(InputStream json) throws IOException {
        if (MAPPER.readTree(json) instanceof ObjectNode object) {
            return object;
        }
        throw new IOException("not a JSON object");
    }

    public static ObjectNode parse(String json) throws IOException {
        return parse(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
    }

    /** A document of the program, beside a class of it. */
    public static ObjectNode resource(Class<?> beside, String name) {
        try (InputStream json = beside.getResourceAsStream(name)) {
            return parse(json);
        } catch (IOException e) {
            throw new UncheckedIOException("The program's own " + name + " cannot be read", e);
        }
    }

    public static ArrayNode array() {
        return MAPPER.createArrayNode();
    }

    /**
     * Binds a tree to a type.
     *
     * @throws IOException if the tree has another shape; the message names the place
     */
    public static <T> T read(JsonNode json, Class<T> type) throws IOException {
        return MAPPER.treeToValue(json, type);
    }

    public static Map<String, Object> map(JsonNode object) {
        return MAPPER.convertValue(object, new TypeReference<Map<String, Object>>() {});
    }

    /** UTF-8 without white space. */
    public static byte[] bytes(JsonNode json) {
        try {
            return MAPPER.writeValueAsBytes(json);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("A tree of JSON nodes cannot fail to be written", e);
        }
    }
}
