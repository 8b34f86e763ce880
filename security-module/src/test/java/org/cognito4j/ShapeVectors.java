package org.cognito4j;

import static org.cognito4j.RejectionReason.CLAIMS_MALFORMED;
import static org.cognito4j.RejectionReason.HEADER_MALFORMED;
import static org.cognito4j.RejectionReason.TOKEN_ENCRYPTED;
import static org.cognito4j.RejectionReason.TOKEN_MALFORMED;
import static org.cognito4j.RejectionReason.TOKEN_TOO_LARGE;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.zip.Deflater;

/** Three parts (RFC 7515 section 7.1), not too long, with the right things in them. */
final class ShapeVectors {

    private ShapeVectors() {}

    static List<Vector> rows() {
        VectorTable table = new VectorTable("shape");
        parts(table);
        sizes(table);
        contents(table);
        return table.rows();
    }

    private static void parts(VectorTable table) {
        Map<String, UnaryOperator<String>> broken = new LinkedHashMap<>();
        broken.put("empty", text -> "");
        broken.put("dot", text -> ".");
        broken.put("two-dots", text -> "..");
        broken.put("three-dots", text -> "...");
        broken.put("six-parts", text -> text + ".AA.AA.AA");
        broken.put("one-part", text -> text.replace(".", ""));
        broken.put("header-only", text -> part(text, 0));
        broken.put("header-and-dot", text -> part(text, 0) + ".");
        broken.put("two-parts", text -> part(text, 0) + "." + part(text, 1));
        broken.put("no-header", text -> "." + part(text, 1) + "." + part(text, 2));
        broken.put("no-payload", text -> part(text, 0) + ".." + part(text, 2));
        broken.put("no-signature", text -> part(text, 0) + "." + part(text, 1) + ".");
        broken.put("dot-before", text -> "." + text);
        broken.put("dot-behind", text -> text + ".");
        broken.put("part-behind", text -> text + ".AA");
        broken.put("scheme-kept", text -> "Bearer " + text);
        broken.put("quoted", text -> '"' + text + '"');
        broken.put("other-separator", text -> text.replace('.', ':'));
        broken.put("slash-behind", text -> text + "/");
        broken.put("fullwidth-dots", text -> text.replace('.', '\uFF0E'));
        broken.put(
                "json-flattened",
                text -> "{\"protected\":\"" + part(text, 0) + "\",\"payload\":\"" + part(text, 1)
                        + "\",\"signature\":\"" + part(text, 2) + "\"}");
        broken.put(
                "json-general",
                text -> "{\"payload\":\"" + part(text, 1) + "\",\"signatures\":[{\"protected\":\"" + part(text, 0)
                        + "\",\"signature\":\"" + part(text, 2) + "\"}]}");
        broken.put("json-between-dots", text -> "{\"protected\":\".\",\"payload\":\".\"}");
        broken.put("base64-once-more", TokenDraft::base64);
        broken.put("percent-encoded", text -> text.replace(".", "%2E"));
        broken.forEach((id, edit) -> table.rejected(TOKEN_MALFORMED, id, "not three parts", token -> token.text(edit)));
        table.rejected(
                HEADER_MALFORMED,
                "parts-reversed",
                "the signature first",
                token -> token.text(text -> part(text, 2) + "." + part(text, 1) + "." + part(text, 0)));
        table.rejected(
                TOKEN_ENCRYPTED,
                "double-dots",
                "five parts, two empty",
                token -> token.text(text -> text.replace(".", "..")));
        table.rejected(TOKEN_ENCRYPTED, "twice", "two tokens in a row", token -> token.text(text -> text + text));
        table.rejected(
                TOKEN_ENCRYPTED, "twice-with-comma", "two tokens", token -> token.text(text -> text + "," + text));
        table.rejected(TOKEN_ENCRYPTED, "four-dots", "five empty parts", token -> token.text(text -> "...."));
        table.rejected(
                TOKEN_ENCRYPTED,
                "jwe",
                "five parts, as a refresh token",
                token -> token.text(text -> text + ".AAAA.AAAA"));
        table.rejected(
                TOKEN_ENCRYPTED,
                "jwe-no-key",
                "five parts, the second empty",
                token -> token.text(text -> part(text, 0) + "..AAAAAAAAAAAAAAAA.AAAA.AAAA"));
    }

    private static void sizes(VectorTable table) {
        table.accepted("size-before-limit", "nearly as long as is looked at", token -> ofSize(token, 16_383));
        table.accepted("size-at-limit", "as long as is looked at", token -> ofSize(token, 16_384));
        table.rejected(
                TOKEN_TOO_LARGE, "size-behind-limit", "a genuine token that is longer", token -> ofSize(token, 16_385));
        table.rejected(
                TOKEN_TOO_LARGE,
                "size-above-limit",
                "a character more than is looked at",
                token -> token.text(text -> text + "A".repeat(16_385 - text.length())));
        table.rejected(
                TOKEN_MALFORMED,
                "size-junk-at-limit",
                "as much junk as is looked at",
                token -> token.text(text -> "A".repeat(16_384)));
        table.rejected(
                TOKEN_TOO_LARGE, "size-dots", "nothing but dots", token -> token.text(text -> ".".repeat(100_000)));
        table.rejected(TOKEN_TOO_LARGE, "size-1-mib", "a megabyte", token -> token.text(text -> "A".repeat(1 << 20)));
        table.at(Service.FOR_SHORT_TOKENS);
        table.accepted("size-at-own-limit", "as long as this service has set", token -> ofSize(token, 2_048));
        table.rejected(
                TOKEN_TOO_LARGE,
                "size-above-own-limit",
                "beyond what this service has set",
                token -> ofSize(token, 2_049));
        table.at(Service.FOR_MACHINES);
    }

    private static void contents(VectorTable table) {
        table.rejected(
                CLAIMS_MALFORMED,
                "nested-jwt",
                "another token as payload",
                token -> token.payloadJson(json -> "eyJhbGciOiJub25lIn0.e30."));
        table.rejected(
                CLAIMS_MALFORMED,
                "nested-jwt-quoted",
                "another token as a JSON string",
                token -> token.payloadJson(json -> "\"eyJhbGciOiJub25lIn0.e30.\""));
        table.rejected(
                CLAIMS_MALFORMED,
                "deflated",
                "compressed claims, not said to be so",
                token -> token.payloadBytes(ShapeVectors::deflate));
        table.rejected(
                CLAIMS_MALFORMED, "base64-payload", "encoded twice", token -> token.payloadJson(TokenDraft::base64));
        table.rejected(
                HEADER_MALFORMED, "base64-header", "encoded twice", token -> token.headerJson(TokenDraft::base64));
        table.rejected(
                HEADER_MALFORMED, "all-a", "three parts of nothing", token -> token.text(text -> "AAAA.AAAA.AAAA"));
    }

    /** Spaces behind the claims, and where these alone cannot hit the size, behind the header. */
    private static void ofSize(TokenDraft token, int size) {
        int[] rest = {size - 2 - TokenDraft.base64(new byte[256]).length()};
        token.headerJson(json -> {
            String header = json;
            while ((rest[0] - TokenDraft.base64(header).length()) % 4 == 1) {
                header += " ";
            }
            rest[0] -= TokenDraft.base64(header).length();
            return header;
        });
        token.payloadJson(json -> json + " ".repeat(rest[0] * 3 / 4 - json.length()));
    }

    private static byte[] deflate(byte[] bytes) {
        Deflater deflater = new Deflater(9, true);
        try {
            deflater.setInput(bytes);
            deflater.finish();
            byte[] buffer = new byte[bytes.length];
            return Arrays.copyOf(buffer, deflater.deflate(buffer));
        } finally {
            deflater.end();
        }
    }

    private static String part(String token, int index) {
        return token.split("\\.")[index];
    }
}
