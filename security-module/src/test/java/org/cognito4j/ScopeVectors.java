package org.cognito4j;

import static org.cognito4j.RejectionReason.SCOPE_INVALID;

import java.util.List;

/** Scopes are one string, separated by single spaces (RFC 6749 section 3.3). */
final class ScopeVectors {

    private ScopeVectors() {}

    static List<Vector> rows() {
        VectorTable table = new VectorTable("scope");
        scopes(table);
        return table.rows();
    }

    private static void scopes(VectorTable table) {
        table.accepted("scope-missing", "a trigger may take all scopes away", token -> token.without("scope"));
        table.accepted("scope-empty", "or leave an empty list", token -> token.claimText("scope", ""));
        table.accepted("scope-one", "one", token -> token.claimText("scope", "orders/read"));
        table.accepted("scope-twice", "the same twice", token -> token.claimText("scope", "orders/read orders/read"));
        table.accepted(
                "scope-urls",
                "URLs with ports, queries and fragments",
                token -> token.claimText("scope", "https://api.example.com:8443/v1?a=b&c=[d]#e/read urn:x:y/z"));
        table.accepted(
                "scope-every-character",
                "every character that RFC 6749 allows",
                token -> token.claimText("scope", everyScopeCharacter()));
        table.accepted("scope-900", "as many as fit", token -> token.claimText("scope", manyScopes(900)));
        table.accepted(
                "scope-escaped",
                "another spelling",
                token -> token.claim("scope", "\"orders\\/read\\u0020orders\\u002fwrite\""));
        for (String separator : List.of(
                "  ", "\t", "\n", "\r\n", "\u000B", "\f", "\u0085", "\u00A0", "\u2003", "\u2028", "\u3000", "\u200B",
                "\u0000", "\u001F")) {
            table.rejected(
                    SCOPE_INVALID,
                    "scope-separator-" + TokenDraft.base64(separator),
                    "one space separates",
                    token -> token.claimText("scope", "orders/read" + separator + "orders/write"));
        }
        for (String list : List.of(
                " ",
                "  ",
                " orders/read",
                "orders/read ",
                "\torders/read",
                "orders/read\n",
                "\"orders/read\"",
                "orders\\read",
                "orders/r\u00E9ad",
                "orders/read\u0000",
                "orders/\u007F",
                "\uFEFForders/read",
                "\uD83D\uDE00",
                "orders/re\u0131d")) {
            table.rejected(
                    SCOPE_INVALID,
                    "scope-list-" + TokenDraft.base64(list),
                    "characters beyond RFC 6749",
                    token -> token.claimText("scope", list));
        }
        for (String json : List.of("null", "1", "true", "{}", "[]", "[\"orders/read\"]", "{\"orders/read\":true}")) {
            table.rejected(SCOPE_INVALID, "scope-json-" + json, "not a string", token -> token.claim("scope", json));
        }
        table.accepted("scope-comma", "a comma is part of a scope", token -> token.claimText("scope", "a,b"));
        table.accepted(
                "scope-elsewhere",
                "other claims are no scopes",
                token -> token.without("scope")
                        .claimText("scp", "a")
                        .claim("roles", "[\"a\"]")
                        .claim("groups", "[\"a\"]")
                        .claim("permissions", "[\"a\"]"));
    }

    static String everyScopeCharacter() {
        StringBuilder scope = new StringBuilder();
        for (char c = 0x21; c <= 0x7E; c++) {
            if (c != '"' && c != '\\') {
                scope.append(c);
            }
        }
        return scope.toString();
    }

    static String manyScopes(int count) {
        StringBuilder scopes = new StringBuilder("s/0");
        for (int i = 1; i < count; i++) {
            scopes.append(" s/").append(i);
        }
        return scopes.toString();
    }
}
