package org.cognito4j;

import static org.cognito4j.RejectionReason.TOKEN_MALFORMED;

import java.util.List;
import java.util.regex.Matcher;

/** Each part in the one canonical base64url (RFC 7515 section 2, RFC 4648 sections 3.5 and 5). */
final class Base64Vectors {

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

    private Base64Vectors() {}

    static List<Vector> rows() {
        VectorTable table = new VectorTable("base64");
        characters(table);
        unusedBits(table);
        return table.rows();
    }

    private static void characters(VectorTable table) {
        List<String> foreign = List.of(
                "=",
                "==",
                "+",
                "/",
                " ",
                "\t",
                "\n",
                "\r\n",
                "\u0000",
                "!",
                "*",
                "~",
                ",",
                ";",
                "%",
                "$",
                "@",
                "`",
                "[",
                "{",
                "^",
                "\u007F",
                "\u0080",
                "\u00A0",
                "\u00AD",
                "\u200B",
                "\uFEFF",
                "\u0410",
                "\uFF21",
                "\u0141",
                "\u2014",
                "\u0131",
                "\uD83D\uDE00");
        for (String character : foreign) {
            String id = TokenDraft.base64(character);
            table.rejected(
                    TOKEN_MALFORMED,
                    "before-" + id,
                    "a foreign character in front",
                    token -> token.text(text -> character + text));
            table.rejected(
                    TOKEN_MALFORMED,
                    "behind-" + id,
                    "a foreign character at the end",
                    token -> token.text(text -> text + character));
            table.rejected(
                    TOKEN_MALFORMED,
                    "in-header-" + id,
                    "a foreign character in the header",
                    token -> token.text(text -> text.substring(0, 8) + character + text.substring(8)));
            table.rejected(
                    TOKEN_MALFORMED,
                    "behind-header-" + id,
                    "a foreign character behind the header",
                    token -> token.text(text -> text.replaceFirst("\\.", Matcher.quoteReplacement(character + "."))));
            table.rejected(
                    TOKEN_MALFORMED,
                    "in-payload-" + id,
                    "a foreign character in the payload",
                    token -> token.text(text -> {
                        int at = text.indexOf('.') + 5;
                        return text.substring(0, at) + character + text.substring(at);
                    }));
            table.rejected(
                    TOKEN_MALFORMED,
                    "in-signature-" + id,
                    "a foreign character in the signature",
                    token -> token.text(text -> {
                        int at = text.lastIndexOf('.') + 9;
                        return text.substring(0, at) + character + text.substring(at);
                    }));
        }
        table.rejected(
                TOKEN_MALFORMED,
                "standard-alphabet",
                "base64 instead of base64url",
                token -> token.claimText("x", "\u00FF\u00FE~~~???>>>")
                        .text(text -> text.replace('-', '+').replace('_', '/') + "+"));
        table.rejected(
                TOKEN_MALFORMED,
                "padded-header",
                "padding where it would belong",
                token -> token.headerJson(json -> fill(json, 1)).text(text -> text.replaceFirst("\\.", "==.")));
        table.rejected(
                TOKEN_MALFORMED,
                "padded-payload",
                "padding where it would belong",
                token -> token.payloadJson(json -> fill(json, 2))
                        .text(text -> part(text, 0) + "." + part(text, 1) + "=." + part(text, 2)));
        table.rejected(
                TOKEN_MALFORMED,
                "padded-signature",
                "padding where it would belong",
                token -> token.text(text -> text + "=="));
        table.rejected(
                TOKEN_MALFORMED,
                "line-folded",
                "a line break each 76 characters",
                token -> token.text(text -> text.replaceAll("(.{76})", "$1\r\n")));
    }

    /** What the last character of a part carries beyond the last byte has to be zero (RFC 4648 section 3.5). */
    private static void unusedBits(VectorTable table) {
        for (int extra = 1; extra < 16; extra++) {
            int bits = extra;
            table.rejected(
                    TOKEN_MALFORMED,
                    "unused-bits-signature-" + bits,
                    "same bytes, another text",
                    token -> token.text(text -> withUnusedBits(text, bits)));
        }
        for (int extra : List.of(1, 8, 15)) {
            table.rejected(
                    TOKEN_MALFORMED,
                    "unused-4-bits-header-" + extra,
                    "same header, another text",
                    token ->
                            token.headerJson(json -> fill(json, 1)).text(text -> withUnusedBitsOfPart(text, 0, extra)));
            table.rejected(
                    TOKEN_MALFORMED,
                    "unused-4-bits-payload-" + extra,
                    "same claims, another text",
                    token -> token.payloadJson(json -> fill(json, 1))
                            .text(text -> withUnusedBitsOfPart(text, 1, extra)));
        }
        for (int extra : List.of(1, 2, 3)) {
            table.rejected(
                    TOKEN_MALFORMED,
                    "unused-2-bits-header-" + extra,
                    "same header, another text",
                    token ->
                            token.headerJson(json -> fill(json, 2)).text(text -> withUnusedBitsOfPart(text, 0, extra)));
            table.rejected(
                    TOKEN_MALFORMED,
                    "unused-2-bits-payload-" + extra,
                    "same claims, another text",
                    token -> token.payloadJson(json -> fill(json, 2))
                            .text(text -> withUnusedBitsOfPart(text, 1, extra)));
        }
        for (int remainder : List.of(0, 1, 2)) {
            table.accepted(
                    "length-" + remainder,
                    "header and claims of each length",
                    token ->
                            token.headerJson(json -> fill(json, remainder)).payloadJson(json -> fill(json, remainder)));
        }
        for (int part : List.of(0, 1)) {
            table.rejected(
                    TOKEN_MALFORMED,
                    "lone-character-" + part,
                    "a last character that stands for no byte",
                    token -> token.headerJson(json -> fill(json, 0))
                            .payloadJson(json -> fill(json, 0))
                            .text(text -> {
                                String[] parts = text.split("\\.");
                                parts[part] += "A";
                                return String.join(".", parts);
                            }));
        }
        table.rejected(
                TOKEN_MALFORMED,
                "lone-character-2",
                "a last character that stands for no byte",
                token -> token.text(text -> text.substring(0, text.length() - 1)));
    }

    /** JSON of a length that leaves the given remainder of three, filled with spaces. */
    private static String fill(String json, int remainder) {
        StringBuilder filled = new StringBuilder(json);
        while (filled.length() % 3 != remainder) {
            filled.append(' ');
        }
        return filled.toString();
    }

    private static String withUnusedBits(String text, int bits) {
        return text.substring(0, text.length() - 1) + withBits(text.charAt(text.length() - 1), bits);
    }

    private static String withUnusedBitsOfPart(String text, int part, int bits) {
        String[] parts = text.split("\\.");
        parts[part] = withUnusedBits(parts[part], bits);
        return String.join(".", parts);
    }

    private static char withBits(char last, int bits) {
        return ALPHABET.charAt(ALPHABET.indexOf(last) | bits);
    }

    private static String part(String token, int index) {
        return token.split("\\.")[index];
    }
}
