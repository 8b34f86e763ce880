package org.cognito4j;

import static org.cognito4j.RejectionReason.CLAIMS_MALFORMED;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Tokens that Cognito issues, or may come to issue: its documentation asks to ignore claims that one does not know. */
final class ValidVectors {

    private ValidVectors() {}

    static List<Vector> rows() {
        VectorTable table = new VectorTable("valid");
        added(table);
        bounds(table);
        spaces(table);
        return table.rows();
    }

    private static void added(VectorTable table) {
        table.accepted(
                "get-client-token",
                "as few claims as may be",
                token -> token.without("auth_time")
                        .without("version")
                        .without("jti")
                        .without("scope"));
        for (String json : List.of(
                "null",
                "true",
                "false",
                "0",
                "-0",
                "-1",
                "1.5",
                "1e5",
                "1E-5",
                "-1.25e+10",
                "9223372036854775807",
                "9223372036854775808",
                "123456789012345678901234567890",
                "0.1234567890123456789",
                "1.7976931348623157e308",
                "5e-324",
                "\"\"",
                "\"text\"",
                "\"\u00E5\u4E2D\uD83D\uDE00\"",
                "\"\\uD83D\\uDE00\"",
                "\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"",
                "\"\\u0000\"",
                "\"\u007F\u2028\u2029\"",
                "[]",
                "{}",
                "[[],{}]",
                "[1,\"a\",null,true,[2],{\"b\":3}]",
                "{\"a\":{\"a\":{\"a\":1}}}",
                "{\"\":1}",
                "[1,1,1]",
                "{\"a\":[{\"a\":1},{\"a\":1}]}")) {
            table.accepted(
                    "added-" + json,
                    "a claim that a pre token generation trigger added",
                    token -> token.claim("custom", json));
        }
        for (String name : List.of(
                "groups",
                "roles",
                "scp",
                "permissions",
                "azp",
                "amr",
                "acr",
                "auth_time",
                "version",
                "jti",
                "event_id",
                "origin_jti",
                "device_key",
                "cognito:groups",
                "cognito:roles",
                "custom:tenant",
                "https://example.com/claim",
                "",
                " ",
                "alg",
                "kid",
                "EXP",
                "Scope",
                "__proto__",
                "\u00E5\uD83D\uDE00")) {
            for (String json : List.of("\"x\"", "7", "null", "[\"*\",\"**\",\"admin\"]", "{\"x\":[]}")) {
                table.accepted(
                        "unknown-" + name + "-" + json,
                        "a claim that has no effect, of any type",
                        token -> token.claim(name, json));
            }
        }
        table.accepted(
                "act",
                "a nested object of claims of the same names",
                token -> token.claim(
                        "act",
                        "{\"iss\":\"https://attacker.example\",\"exp\":1,\"token_use\":\"id\",\"client_id\":\"x\"}"));
        table.accepted(
                "escaped-claim-names",
                "other spellings of the names",
                token -> token.payloadJson(
                        json -> json.replace("\"exp\"", "\"\\u0065xp\"").replace("\"iss\"", "\"i\\u0073s\"")));
        table.accepted(
                "order-reversed",
                "members have no order",
                token -> token.without("sub")
                        .without("iss")
                        .claimText("iss", "https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_AbCdEfGhI")
                        .claimText("sub", TestPool.CLIENT));
    }

    private static void bounds(VectorTable table) {
        table.accepted("depth-15", "nested as deeply as may be", token -> token.claim("x", nested(15)));
        table.rejected(
                CLAIMS_MALFORMED,
                "depth-16",
                "nested deeper, with the object around it",
                token -> token.claim("x", nested(16)));
        table.rejected(
                CLAIMS_MALFORMED, "depth-1000", "nested to overflow a stack", token -> token.claim("x", nested(1_000)));
        table.rejected(
                CLAIMS_MALFORMED,
                "depth-objects",
                "objects nested to overflow a stack",
                token -> token.claim("x", "{\"a\":".repeat(1_000) + "1" + "}".repeat(1_000)));
        table.rejected(
                CLAIMS_MALFORMED,
                "depth-open",
                "opened and never closed",
                token -> token.payloadJson(json -> "[".repeat(10_000)));
        table.accepted(
                "number-of-128", "as long a number as may be", token -> token.claim("x", "0." + "1".repeat(126)));
        table.rejected(
                CLAIMS_MALFORMED,
                "number-of-10000",
                "a number that costs",
                token -> token.claim("x", "1".repeat(10_000)));
        table.rejected(
                CLAIMS_MALFORMED,
                "number-beyond-double",
                "beyond what other readers can hold",
                token -> token.claim("x", "1.8e308"));
        table.accepted(
                "members-500", "many claims", token -> IntStream.range(0, 500).forEach(i -> token.claim("c" + i, i)));
        table.accepted(
                "members-800",
                "as many claims as a long token holds",
                token -> IntStream.range(0, 800).forEach(i -> token.claimText("c" + i, "" + i)));
        table.accepted(
                "array-of-1000",
                "many values",
                token -> token.claim(
                        "x",
                        IntStream.range(0, 1_000)
                                .mapToObj(String::valueOf)
                                .collect(Collectors.joining(",", "[", "]"))));
        table.accepted("long-text", "a long claim", token -> token.claimText("x", "x".repeat(8_000)));
        table.accepted("long-name", "a long name", token -> token.claimText("x".repeat(8_000), "x"));
    }

    private static void spaces(VectorTable table) {
        for (String space : List.of(" ", "\t", "\n", "\r", "\r\n", "  \n\t ")) {
            String id = TokenDraft.base64(space);
            table.accepted(
                    "space-around-claims-" + id,
                    "space around the object",
                    token -> token.payloadJson(json -> space + json + space));
            table.accepted(
                    "space-around-header-" + id,
                    "space around the header",
                    token -> token.headerJson(json -> space + json + space));
            table.accepted(
                    "space-within-claims-" + id,
                    "space between all members",
                    token -> token.payloadJson(json -> json.replace(",\"", space + "," + space + "\"")
                            .replace("\":", "\"" + space + ":" + space)
                            .replace("{", "{" + space)
                            .replace("}", space + "}")));
            table.accepted(
                    "space-within-header-" + id,
                    "space between the members of the header",
                    token -> token.headerJson(json -> json.replace(",\"", space + "," + space + "\"")
                            .replace("\":", "\"" + space + ":" + space)));
        }
    }

    private static String nested(int depth) {
        return "[".repeat(depth) + "]".repeat(depth);
    }
}
