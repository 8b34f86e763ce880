package org.cognito4j.localpool.control;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.function.Function;
import org.cognito4j.localpool.json.Json;
import org.cognito4j.localpool.pool.EntriesById;

/**
 * One page of a list. The token for the next page holds the id of this page's last entry, so that pages neither repeat nor
 * lose what stays while other entries come and go.
 *
 * @param size how many entries at most
 * @param after the id after which it begins, the empty text for the first page
 */
record ListPage(int size, String after) {
    private static final int DEFAULT_SIZE = 60;

    static ListPage of(OperationCall call) {
        int size = call.has("MaxResults") ? call.input().get("MaxResults").asInt() : DEFAULT_SIZE;
        return new ListPage(size, call.has("NextToken") ? decoded(call.text("NextToken")) : "");
    }

    private static String decoded(String token) {
        try {
            return new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw RefusedOperation.invalidParameter("Invalid pagination token given.");
        }
    }

    /** An answer with the entries under a name, and a token if there are more. */
    <T> ObjectNode answer(String name, EntriesById<T> entries, Function<T, ObjectNode> shown) {
        ObjectNode answer = Json.object();
        ArrayNode page = answer.putArray(name);
        boolean begun = after.isEmpty() || !entries.has(after);
        String last = "";
        for (Map.Entry<String, T> entry : entries.byId().entrySet()) {
            if (begun && page.size() == size) {
                return answer.put("NextToken", encoded(last));
            }
            if (begun) {
                page.add(shown.apply(entry.getValue()));
                last = entry.getKey();
            }
            begun |= entry.getKey().equals(after);
        }
        return answer;
    }

    private static String encoded(String id) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(id.getBytes(StandardCharsets.UTF_8));
    }
}
