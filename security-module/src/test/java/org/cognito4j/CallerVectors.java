package org.cognito4j;

import static org.cognito4j.RejectionReason.CLIENT_DENIED;
import static org.cognito4j.RejectionReason.ID_TOKEN;
import static org.cognito4j.RejectionReason.NOT_A_MACHINE;
import static org.cognito4j.RejectionReason.NOT_A_USER;
import static org.cognito4j.RejectionReason.WRONG_CLIENT;
import static org.cognito4j.RejectionReason.WRONG_TOKEN_USE;
import static org.cognito4j.TestPool.CLIENT;
import static org.cognito4j.TestPool.RESOURCE_SERVER;

import java.util.List;
import java.util.Locale;

/** What kind of token it is, of whom and for which client. */
final class CallerVectors {

    private static final String NUL = "\u0000";

    private CallerVectors() {}

    static List<Vector> rows() {
        VectorTable table = new VectorTable("caller");
        kinds(table);
        callers(table);
        clients(table);
        return table.rows();
    }

    private static void kinds(VectorTable table) {
        table.rejected(
                ID_TOKEN,
                "use-id",
                "the token for the client, not for the service",
                token -> token.claimText("token_use", "id"));
        table.rejected(ID_TOKEN, "id-token", "an ID token as Cognito writes it", CallerVectors::idToken);
        table.at(Service.FOR_BOTH)
                .rejected(ID_TOKEN, "id-token-for-both", "nor where people may call", CallerVectors::idToken);
        table.at(Service.WITH_AUDIENCE)
                .rejected(
                        ID_TOKEN,
                        "id-token-with-audience",
                        "even with the right aud",
                        token -> idToken(token).claimText("aud", RESOURCE_SERVER));
        table.at(Service.FOR_MACHINES);
        for (String other : List.of(
                "refresh",
                "Access",
                "ACCESS",
                "access ",
                " access",
                "access" + NUL,
                "acces",
                "accesss",
                "ID",
                "Id",
                "id ",
                "",
                "any",
                "*",
                "\u0430ccess",
                "access,id",
                "access id",
                "null")) {
            table.rejected(
                    WRONG_TOKEN_USE,
                    "use-" + TokenDraft.base64(other),
                    "not exactly access",
                    token -> token.claimText("token_use", other));
        }
        for (String json :
                List.of("null", "1", "true", "{}", "[]", "[\"access\"]", "[\"id\"]", "[\"access\",\"id\"]")) {
            table.rejected(
                    WRONG_TOKEN_USE, "use-json-" + json, "not a string", token -> token.claim("token_use", json));
        }
        table.rejected(WRONG_TOKEN_USE, "use-missing", "says nothing of its kind", token -> token.without("token_use"));
        table.rejected(
                WRONG_TOKEN_USE,
                "use-other-name",
                "another name for it",
                token -> token.without("token_use").claimText("use", "access").claimText("Token_use", "access"));
        table.accepted(
                "use-escaped", "another spelling", token -> token.claim("token_use", HeaderVectors.escaped("access")));
    }

    private static void callers(VectorTable table) {
        table.accepted("machine", "as Cognito writes it", token -> {});
        table.rejected(NOT_A_MACHINE, "user", "a person's token", token -> token.forUser("alice"));
        table.rejected(
                NOT_A_MACHINE,
                "user-without-name",
                "its subject is not the client",
                token -> token.forUser("alice").without("username"));
        table.rejected(
                NOT_A_MACHINE,
                "machine-with-name",
                "a machine has no user name",
                token -> token.claimText("username", "alice"));
        table.rejected(
                NOT_A_MACHINE,
                "machine-with-null-name",
                "null is not absent",
                token -> token.claim("username", "null"));
        table.rejected(
                NOT_A_MACHINE,
                "machine-with-empty-name",
                "empty is not absent",
                token -> token.claimText("username", ""));
        table.rejected(
                NOT_A_MACHINE, "machine-named-as-itself", "even its own", token -> token.claimText("username", CLIENT));
        table.rejected(NOT_A_MACHINE, "sub-missing", "no subject", token -> token.without("sub"));
        for (String sub : List.of(
                CLIENT + " ",
                CLIENT.toUpperCase(Locale.ROOT),
                CLIENT + NUL,
                CLIENT.substring(1),
                CLIENT + CLIENT,
                "",
                "3b1c7c5e-6f2a-4a8e-9a75-0d2f1b6f7c11")) {
            table.rejected(
                    NOT_A_MACHINE,
                    "sub-" + TokenDraft.base64(sub),
                    "not exactly the client",
                    token -> token.claimText("sub", sub));
        }
        for (String json : List.of("null", "1", "true", "[\"" + CLIENT + "\"]", "{}")) {
            table.rejected(NOT_A_MACHINE, "sub-json-" + json, "not a string", token -> token.claim("sub", json));
        }
        table.at(Service.FOR_USERS);
        table.accepted("users-user", "a person where people may call", token -> token.forUser("alice"));
        table.accepted(
                "users-user-with-groups",
                "a person in groups",
                token -> token.forUser("alice").claim("cognito:groups", "[\"admins\",\"readers\"]"));
        table.accepted("users-user-unicode", "any name", token -> token.forUser("\u00E5sa\uD83D\uDE00"));
        table.accepted(
                "users-sub-any-form",
                "a subject need not be a UUID",
                token -> token.forUser("alice").claimText("sub", "7"));
        table.rejected(NOT_A_USER, "users-machine", "a machine where only people may", token -> {});
        ambiguous(table, NOT_A_USER, "users");
        table.at(Service.FOR_BOTH);
        table.accepted("both-user", "a person", token -> token.forUser("alice"));
        table.accepted("both-machine", "a machine", token -> {});
        ambiguous(table, NOT_A_MACHINE, "both");
        table.at(Service.FOR_MACHINES);
    }

    private static void clients(VectorTable table) {
        for (String other : List.of(
                "1other9client8of7the6same5pool",
                CLIENT.toUpperCase(Locale.ROOT),
                CLIENT + NUL,
                CLIENT + " ",
                " " + CLIENT,
                CLIENT.substring(0, CLIENT.length() - 1),
                CLIENT + "0",
                CLIENT + "," + CLIENT,
                "*",
                "")) {
            table.rejected(
                    WRONG_CLIENT,
                    "client-" + TokenDraft.base64(other),
                    "not exactly a configured client",
                    token -> token.claimText("client_id", other).claimText("sub", other));
        }
        for (String json : List.of("null", "1", "true", "{}", "[]", "[\"" + CLIENT + "\"]")) {
            table.rejected(
                    WRONG_CLIENT, "client-json-" + json, "not a string", token -> token.claim("client_id", json));
        }
        table.rejected(WRONG_CLIENT, "client-missing", "no client", token -> token.without("client_id"));
        table.rejected(
                WRONG_CLIENT,
                "client-azp",
                "other claims do not stand in for it",
                token -> token.without("client_id")
                        .claimText("azp", CLIENT)
                        .claimText("cid", CLIENT)
                        .claimText("aud", CLIENT));
        table.at(Service.FOR_ANY_CLIENT);
        table.accepted(
                "any-client",
                "any client of the pool where all may",
                token -> token.claimText("client_id", "other").claimText("sub", "other"));
        table.rejected(WRONG_CLIENT, "any-client-missing", "no client is none", token -> token.without("client_id"));
        table.rejected(
                WRONG_CLIENT,
                "any-client-empty",
                "an empty one is none",
                token -> token.claimText("client_id", "").claimText("sub", ""));
        table.rejected(
                WRONG_CLIENT,
                "any-client-array",
                "several are none",
                token -> token.claim("client_id", "[\"" + CLIENT + "\"]"));
        table.at(Service.DENYING_A_CLIENT);
        table.rejected(
                CLIENT_DENIED,
                "client-denied",
                "configured, but cut off",
                token -> token.claimText("client_id", "suspended").claimText("sub", "suspended"));
        table.accepted("client-beside-denied", "another one is cut off", token -> {});
        table.accepted(
                "client-like-denied",
                "only its beginning is",
                token -> token.claimText("client_id", "suspended2").claimText("sub", "suspended2"));
        table.rejected(
                WRONG_CLIENT,
                "client-denied-in-capitals",
                "not even configured",
                token -> token.claimText("client_id", "SUSPENDED").claimText("sub", "SUSPENDED"));
        table.at(Service.FOR_ANY_CLIENT);
        table.rejected(WRONG_CLIENT, "any-client-null", "null is none", token -> token.claim("client_id", "null"));
        table.at(Service.FOR_MACHINES);
    }

    private static void ambiguous(VectorTable table, RejectionReason reason, String id) {
        table.rejected(
                reason,
                id + "-name-missing",
                "no name and another subject",
                token -> token.forUser("alice").without("username"));
        table.rejected(reason, id + "-name-empty", "an empty name", token -> token.forUser(""));
        table.rejected(
                reason,
                id + "-name-null",
                "null for a name",
                token -> token.forUser("alice").claim("username", "null"));
        table.rejected(
                reason,
                id + "-name-array",
                "names",
                token -> token.forUser("alice").claim("username", "[\"alice\"]"));
        table.rejected(
                reason,
                id + "-sub-missing",
                "no subject",
                token -> token.forUser("alice").without("sub"));
        table.rejected(
                reason,
                id + "-sub-empty",
                "an empty subject",
                token -> token.forUser("alice").claimText("sub", ""));
        table.rejected(
                reason,
                id + "-sub-number",
                "a number for a subject",
                token -> token.forUser("alice").claim("sub", 7));
        table.rejected(
                reason,
                id + "-sub-client",
                "a person whose subject is the client",
                token -> token.forUser("alice").claimText("sub", CLIENT));
    }

    static TokenDraft idToken(TokenDraft token) {
        return token.claimText("token_use", "id")
                .without("scope")
                .without("client_id")
                .without("version")
                .claimText("sub", "3b1c7c5e-6f2a-4a8e-9a75-0d2f1b6f7c11")
                .claimText("aud", CLIENT)
                .claimText("cognito:username", "alice")
                .claimText("email", "alice@example.com")
                .claim("email_verified", "true");
    }
}
