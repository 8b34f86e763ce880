package org.cognito4j;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.cognito4j.RejectionReason.CLAIMS_MALFORMED;
import static org.cognito4j.RejectionReason.HEADER_MALFORMED;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * Texts that are or are not JSON, from {@code json-cases.txt}: as the claims, as the header, and as the value of a claim
 * and of a header member, always signed well.
 */
final class JsonVectors {

    private JsonVectors() {}

    static List<Vector> rows() {
        VectorTable table = new VectorTable("json");
        for (String line : lines()) {
            if (!line.isBlank() && !line.startsWith("#")) {
                int colon = line.indexOf(": ");
                add(table, line.substring(0, colon), line.substring(colon + 2));
            }
        }
        return table.rows();
    }

    private static void add(VectorTable table, String id, String text) {
        boolean document = id.startsWith("n_document_") || id.startsWith("y_document_");
        if (id.startsWith("y_")) {
            table.accepted(
                    "claims-" + id, "valid JSON", token -> token.payloadBytes(json -> fill(text, json, document)));
            if (document) {
                table.accepted(
                        "header-" + id, "valid JSON", token -> token.headerBytes(json -> fill(text, json, true)));
            }
        } else {
            table.rejected(
                    CLAIMS_MALFORMED,
                    "claims-" + id,
                    "not JSON, or not I-JSON",
                    token -> token.payloadBytes(json -> fill(text, json, document)));
            table.rejected(
                    HEADER_MALFORMED,
                    "header-" + id,
                    "not JSON, or not I-JSON",
                    token -> token.headerBytes(json -> fill(text, json, document)));
        }
    }

    /** Puts the members of a genuine object where a document has {@code $}, or the value behind those members. */
    private static byte[] fill(String text, byte[] object, boolean document) {
        String json = new String(object, UTF_8);
        String members = json.substring(1, json.length() - 1);
        return bytes(document ? text.replace("$", members) : "{" + members + ",\"x\":" + text + "}");
    }

    /** UTF-8, in which {@code %HH} stands for any other byte. */
    private static byte[] bytes(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '%') {
                bytes.write(Integer.parseInt(text.substring(i + 1, i + 3), 16));
                i += 2;
            } else {
                bytes.writeBytes(text.substring(i, i + 1).getBytes(UTF_8));
            }
        }
        return bytes.toByteArray();
    }

    private static List<String> lines() {
        try (InputStream in = JsonVectors.class.getResourceAsStream("json-cases.txt")) {
            return new String(in.readAllBytes(), UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
