package org.cognito4j;

import static org.cognito4j.RejectionReason.CLAIM_MISMATCH;
import static org.cognito4j.RejectionReason.WRONG_AUDIENCE;
import static org.cognito4j.RejectionReason.WRONG_CLIENT;

import java.util.Collections;
import java.util.List;

/** Claims that need one of some values: of every JSON type, for all app clients and for one. */
final class RequiredClaimVectors {

    private RequiredClaimVectors() {}

    static List<Vector> rows() {
        VectorTable table = new VectorTable("required-claim").at(Service.REQUIRING_CLAIMS);
        texts(table);
        otherTypes(table);
        arrays(table);
        presence(table);
        clients(table);
        return table.rows();
    }

    private static void texts(VectorTable table) {
        table.accepted("text", "the first value", token -> token.claimText("tenant", "acme"));
        table.accepted("text-2", "another value", token -> token.claimText("tenant", "globex"));
        table.rejected(CLAIM_MISMATCH, "missing", "no claim at all", token -> {});
        for (String other : List.of(
                "other",
                "ACME",
                "Acme",
                "acm",
                "acme2",
                " acme",
                "acme ",
                "acme\u0000",
                "acme,globex",
                "acme globex",
                "",
                "*",
                "a\u0441me",
                "\uff41cme",
                "null",
                "[\\\"acme\\\"]")) {
            table.rejected(
                    CLAIM_MISMATCH,
                    "text-other-" + other,
                    "another text",
                    token -> token.claim("tenant", quoted(other)));
        }
        table.accepted("escaped", "the same text in JSON", token -> token.claim("tenant", "\"\\u0061cme\""));
        table.rejected(
                CLAIM_MISMATCH,
                "decomposed",
                "the same letter in another form of Unicode",
                token -> token.claim("tenant", "\"cafe\\u0301\""));
        table.accepted("composed", "as configured", token -> token.claim("tenant", "\"caf\\u00e9\""));
        table.rejected(
                CLAIM_MISMATCH,
                "name-in-capitals",
                "names are compared exactly",
                token -> token.claimText("Tenant", "acme"));
        table.at(Service.REQUIRING_AUDIENCE_AND_CLAIMS)
                .rejected(
                        WRONG_AUDIENCE,
                        "after-audience",
                        "rules have an order",
                        token -> token.claimText("tenant", "other").claimText("aud", "there"))
                .rejected(
                        CLAIM_MISMATCH,
                        "before-time",
                        "rules have an order",
                        token -> token.claimText("aud", "here").claim("exp", 0))
                .at(Service.REQUIRING_CLAIMS);
    }

    private static void otherTypes(VectorTable table) {
        table.accepted("number", "by its text", token -> token.claim("tenant", 7));
        table.accepted("number-exponent", "written out", token -> token.claim("tenant", "1e3"));
        table.accepted("number-long", "of many digits", token -> token.claim("tenant", "12345678901234567890"));
        table.accepted("fraction", "by its text", token -> token.claim("tenant", "1.50"));
        table.accepted("true", "by its text", token -> token.claim("tenant", "true"));
        table.accepted("text-like-a-number", "the same text", token -> token.claimText("tenant", "7"));
        for (String other : List.of("8", "7.0", "70", "-7", "1.5", "false", "null", "12345678901234567891")) {
            table.rejected(CLAIM_MISMATCH, "json-" + other, "another value", token -> token.claim("tenant", other));
        }
        for (String object : List.of(
                "{}", "{\"acme\":\"acme\"}", "{\"tenant\":\"acme\"}", "{\"\":\"acme\"}", "{\"a\":{\"b\":\"acme\"}}")) {
            table.rejected(
                    CLAIM_MISMATCH, "object-" + object, "equals nothing", token -> token.claim("tenant", object));
        }
    }

    private static void arrays(VectorTable table) {
        table.accepted("array", "one element", token -> token.claim("tenant", "[\"acme\"]"));
        table.accepted("array-last", "any element", token -> token.claim("tenant", "[null,{},[],\"x\",8,\"globex\"]"));
        table.accepted("array-twice", "the same twice", token -> token.claim("tenant", "[\"acme\",\"acme\"]"));
        table.accepted("array-number", "a number", token -> token.claim("tenant", "[1,7]"));
        for (String other : List.of("[]", "[null]", "[\"\"]", "[[\"acme\"]]", "[{\"acme\":true}]", "[\"ac\",\"me\"]")) {
            table.rejected(CLAIM_MISMATCH, "array-" + other, "no element of it", token -> token.claim("tenant", other));
        }
        table.accepted("array-huge", "at the end of it", token -> token.claim("tenant", huge("acme")));
        table.rejected(
                CLAIM_MISMATCH, "array-huge-other", "nowhere in it", token -> token.claim("tenant", huge("acm")));
    }

    private static void presence(VectorTable table) {
        table.at(Service.REQUIRING_PRESENCE);
        for (String any : List.of("\"x\"", "\"*\"", "\" \"", "0", "false", "[0]", "[null,\"x\"]", "{\"a\":null}")) {
            table.accepted("present-" + any, "any value", token -> token.claim("tenant", any));
        }
        for (String none : List.of("null", "\"\"", "[]", "{}", "[null]", "[\"\"]", "[[],{}]")) {
            table.rejected(CLAIM_MISMATCH, "present-not-" + none, "says nothing", token -> token.claim("tenant", none));
        }
        table.rejected(CLAIM_MISMATCH, "present-missing", "not there", token -> {});
        table.at(Service.REQUIRING_CLAIMS);
    }

    private static void clients(VectorTable table) {
        table.accepted("client", "both are met", token -> gold(token).claimText("tier", "gold"));
        table.rejected(
                CLAIM_MISMATCH,
                "client-other",
                "the client's own is not met",
                token -> gold(token).claimText("tier", "silver"));
        table.rejected(CLAIM_MISMATCH, "client-missing", "the client's own is missing", RequiredClaimVectors::gold);
        table.rejected(
                CLAIM_MISMATCH,
                "client-alone",
                "that of all clients is not met",
                token -> gold(token).claimText("tier", "gold").claimText("tenant", "other"));
        table.accepted(
                "client-of-another",
                "the other client needs no tier",
                token -> token.claimText("tenant", "acme").claimText("tier", "silver"));
        table.rejected(
                WRONG_CLIENT, "client-unknown", "the client comes first", token -> token.claimText("client_id", "no"));
    }

    private static TokenDraft gold(TokenDraft token) {
        return token.claimText("client_id", "gold").claimText("sub", "gold").claimText("tenant", "acme");
    }

    private static String huge(String last) {
        return "[" + String.join(",", Collections.nCopies(1_500, "\"x\"")) + ",\"" + last + "\"]";
    }

    private static String quoted(String json) {
        StringBuilder text = new StringBuilder("\"");
        json.chars().forEach(c -> text.append(c < ' ' || c > '~' ? String.format("\\u%04x", c) : (char) c));
        return text.append('"').toString();
    }
}
