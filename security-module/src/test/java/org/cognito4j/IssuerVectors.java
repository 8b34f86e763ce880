package org.cognito4j;

import static org.cognito4j.RejectionReason.WRONG_AUDIENCE;
import static org.cognito4j.RejectionReason.WRONG_ISSUER;
import static org.cognito4j.TestPool.CLIENT;
import static org.cognito4j.TestPool.RESOURCE_SERVER;

import java.util.List;
import java.util.Locale;

/** Who issued the token, and for whom: exact strings (RFC 7519 sections 4.1.1 and 4.1.3). */
final class IssuerVectors {

    private static final String ISSUER = "https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_AbCdEfGhI";
    private static final String NUL = "\u0000";

    private IssuerVectors() {}

    static List<Vector> rows() {
        VectorTable table = new VectorTable("issuer");
        issuers(table);
        audiences(table);
        return table.rows();
    }

    private static void issuers(VectorTable table) {
        table.accepted(
                "iss-updated",
                "the updated issuer of the same pool",
                token -> token.claimText("iss", ISSUER.replace("://", "://issuer-")));
        table.accepted(
                "iss-escaped",
                "another spelling of the same string",
                token -> token.claim("iss", '"' + ISSUER.replace("/", "\\/") + '"'));
        for (String other : List.of(
                ISSUER + "/",
                "//" + ISSUER,
                ISSUER + "//",
                ISSUER + " ",
                " " + ISSUER,
                ISSUER + NUL,
                ISSUER + "\n",
                ISSUER + "#",
                ISSUER + "?",
                ISSUER + "?a=b",
                ISSUER + "/.well-known/jwks.json",
                ISSUER.toUpperCase(Locale.ROOT),
                ISSUER.toLowerCase(Locale.ROOT),
                ISSUER.replace("https", "HTTPS"),
                ISSUER.replace("https", "http"),
                ISSUER.replace("https://", ""),
                ISSUER.replace("https:", ""),
                ISSUER.replace("cognito", "Cognito"),
                ISSUER.replace(".com/", ".com:443/"),
                ISSUER.replace(".com/", ".com./"),
                ISSUER.replace("https://", "https://user@"),
                ISSUER.replace("https://", "https://attacker.example@"),
                ISSUER.replace(".com/", ".com//"),
                ISSUER.replace(".com/", ".com/./"),
                ISSUER.replace(".com/", ".com/x/../"),
                ISSUER.replace("_", "%5F"),
                ISSUER.replace("amazonaws.com", "amazonaws.com.attacker.example"),
                ISSUER.replace("amazonaws.com", "amazonaws-com.example"),
                ISSUER.replace("amazonaws.com", "amazonaws.com.cn"),
                ISSUER.replace("amazonaws.com", "amazonaws.eu"),
                ISSUER.replace("amazonaws", "amaz\u043Enaws"),
                ISSUER.replace("cognito-idp", "cognito-idp-fips"),
                ISSUER.replace("cognito-idp", "issuer-issuer-cognito-idp"),
                ISSUER.replace("cognito-idp.", "xcognito-idp."),
                ISSUER.replace("eu-west-1.", "eu-west-2."),
                ISSUER.replace("eu-west-1", "us-east-1"),
                ISSUER.replace("/eu-west-1_", "/us-east-1_"),
                ISSUER.replace("AbCdEfGhI", "AbCdEfGhJ"),
                ISSUER.replace("AbCdEfGhI", "AbCdEfGh"),
                ISSUER.replace("AbCdEfGhI", "AbCdEfGhII"),
                ISSUER.replace("/eu-west-1_AbCdEfGhI", ""),
                ISSUER.replace("https://", "https://evil/"),
                "eu-west-1_AbCdEfGhI",
                "https://attacker.example/" + ISSUER,
                "https://attacker.example/eu-west-1_AbCdEfGhI",
                "http://169.254.169.254/eu-west-1_AbCdEfGhI",
                "file:///etc/passwd",
                "*",
                "null",
                "",
                "https://accounts.google.com",
                "https://sts.amazonaws.com",
                "https://cognito-identity.amazonaws.com",
                ISSUER + "," + ISSUER,
                ISSUER + " https://attacker.example")) {
            table.rejected(
                    WRONG_ISSUER,
                    "iss-" + TokenDraft.base64(other),
                    "not an issuer of the pool",
                    token -> token.claimText("iss", other));
        }
        for (String json : List.of("null", "1", "true", "{}", "[]", "[\"" + ISSUER + "\"]", "{\"" + ISSUER + "\":1}")) {
            table.rejected(WRONG_ISSUER, "iss-json-" + json, "not a string", token -> token.claim("iss", json));
        }
        table.rejected(WRONG_ISSUER, "iss-missing", "no issuer", token -> token.without("iss"));
        table.rejected(
                WRONG_ISSUER,
                "iss-other-case",
                "another name",
                token -> token.without("iss").claimText("ISS", ISSUER));
    }

    private static void audiences(VectorTable table) {
        table.accepted(
                "aud-client", "a trigger may add it, equal to the client id", token -> token.claimText("aud", CLIENT));
        table.accepted(
                "aud-unlooked",
                "nobody asked for an audience",
                token -> token.claimText("aud", "https://else.example"));
        table.accepted("aud-unlooked-array", "nor for an array", token -> token.claim("aud", "[\"a\",\"b\"]"));
        table.at(Service.WITH_AUDIENCE);
        table.accepted("aud-exact", "the configured one", token -> token.claimText("aud", RESOURCE_SERVER));
        table.accepted("aud-array", "an array of it", token -> token.claim("aud", "[\"" + RESOURCE_SERVER + "\"]"));
        table.accepted(
                "aud-among",
                "one of several",
                token -> token.claim("aud", "[\"" + CLIENT + "\",\"" + RESOURCE_SERVER + "\"]"));
        table.rejected(WRONG_AUDIENCE, "aud-missing", "no audience", token -> {});
        for (String other : List.of(
                CLIENT,
                "",
                RESOURCE_SERVER + "/",
                RESOURCE_SERVER.toUpperCase(Locale.ROOT),
                RESOURCE_SERVER + NUL,
                RESOURCE_SERVER + " " + CLIENT,
                RESOURCE_SERVER + ".attacker.example",
                "https://api.example.co",
                "*")) {
            table.rejected(
                    WRONG_AUDIENCE,
                    "aud-" + TokenDraft.base64(other),
                    "not exactly the configured one",
                    token -> token.claimText("aud", other));
        }
        for (String json : List.of(
                "null",
                "1",
                "true",
                "{}",
                "[]",
                "[\"else\"]",
                "[null]",
                "[[\"" + RESOURCE_SERVER + "\"]]",
                "{\"" + RESOURCE_SERVER + "\":true}")) {
            table.rejected(WRONG_AUDIENCE, "aud-json-" + json, "does not hold it", token -> token.claim("aud", json));
        }
        for (String json : List.of("[\"" + RESOURCE_SERVER + "\",1]", "[\"" + RESOURCE_SERVER + "\",null]")) {
            table.rejected(
                    WRONG_AUDIENCE,
                    "aud-json-" + json,
                    "holds it among what is no string",
                    token -> token.claim("aud", json));
        }
        table.at(Service.FOR_MACHINES);
    }
}
