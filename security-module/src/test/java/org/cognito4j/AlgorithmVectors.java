package org.cognito4j;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.cognito4j.RejectionReason.BAD_SIGNATURE;
import static org.cognito4j.RejectionReason.HEADER_MALFORMED;
import static org.cognito4j.RejectionReason.TOKEN_MALFORMED;
import static org.cognito4j.RejectionReason.WRONG_ALGORITHM;

import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** {@code alg} is RS256, and so is the signature (RFC 8725 sections 2.1 and 3.1). */
final class AlgorithmVectors {

    /** The forms in which a public key lies around, each of which some library took for an HMAC secret. */
    private static final Map<String, Function<RSAPublicKey, byte[]>> PUBLIC_SECRETS = new LinkedHashMap<>();

    static {
        PUBLIC_SECRETS.put("spki-der", PublicKey::getEncoded);
        PUBLIC_SECRETS.put("pem", key -> pem(key, "\n").getBytes(UTF_8));
        PUBLIC_SECRETS.put("pem-without-last-newline", key -> pem(key, "").getBytes(UTF_8));
        PUBLIC_SECRETS.put(
                "pem-crlf", key -> pem(key, "\n").replace("\n", "\r\n").getBytes(UTF_8));
        PUBLIC_SECRETS.put(
                "spki-base64",
                key -> Base64.getEncoder().encodeToString(key.getEncoded()).getBytes(UTF_8));
        PUBLIC_SECRETS.put("modulus", key -> Pkcs1.fixed(key.getModulus(), 0));
        PUBLIC_SECRETS.put("modulus-with-sign", key -> key.getModulus().toByteArray());
        PUBLIC_SECRETS.put(
                "modulus-base64url",
                key -> TokenDraft.base64(Pkcs1.fixed(key.getModulus(), 0)).getBytes(UTF_8));
        PUBLIC_SECRETS.put("jwk", key -> TestPool.jwk(TestPool.KEY_ID, key).getBytes(UTF_8));
        PUBLIC_SECRETS.put("kid", key -> TestPool.KEY_ID.getBytes(UTF_8));
        PUBLIC_SECRETS.put("zero", key -> new byte[32]);
        PUBLIC_SECRETS.put("guessable", key -> "secret".getBytes(UTF_8));
    }

    private AlgorithmVectors() {}

    static List<Vector> rows() {
        VectorTable table = new VectorTable("algorithm");
        unsigned(table);
        macs(table);
        otherSignatures(table);
        spellings(table);
        return table.rows();
    }

    private static void unsigned(VectorTable table) {
        for (String none : List.of("none", "None", "NONE", "nOnE", "nonE", " none", "none ", "none\u0000")) {
            String id = "none-" + TokenDraft.base64(none);
            table.rejected(
                    WRONG_ALGORITHM,
                    id + "-signed",
                    "says that it is unsigned, with the genuine signature",
                    token -> token.headerText("alg", none));
            table.rejected(
                    WRONG_ALGORITHM,
                    id + "-zeros",
                    "says that it is unsigned, with a signature of zeros",
                    token -> token.headerText("alg", none).signedBy((message, key) -> new byte[256]));
            table.rejected(
                    TOKEN_MALFORMED,
                    id + "-empty",
                    "says that it is unsigned, and is",
                    token -> token.headerText("alg", none).signedBy((message, key) -> new byte[0]));
        }
        table.rejected(
                TOKEN_MALFORMED,
                "rs256-empty",
                "RS256 with an empty signature",
                token -> token.signedBy((message, key) -> new byte[0]));
        table.rejected(
                TOKEN_MALFORMED,
                "none-two-parts",
                "unsigned, without the last dot",
                token -> token.headerText("alg", "none").text(text -> text.substring(0, text.lastIndexOf('.'))));
    }

    private static void macs(VectorTable table) {
        PUBLIC_SECRETS.forEach((form, secret) -> {
            table.rejected(
                    WRONG_ALGORITHM,
                    "hs256-with-" + form,
                    "the public key as HMAC secret (CVE-2015-9235 and its many heirs)",
                    token -> token.headerText("alg", "HS256")
                            .signedBy((message, key) ->
                                    hmac("HmacSHA256", secret.apply((RSAPublicKey) key.getPublic()), message)));
            table.rejected(
                    BAD_SIGNATURE,
                    "rs256-but-hmac-with-" + form,
                    "says RS256 and is an HMAC with the public key",
                    token -> token.signedBy((message, key) ->
                            hmac("HmacSHA256", secret.apply((RSAPublicKey) key.getPublic()), message)));
        });
        table.rejected(
                WRONG_ALGORITHM,
                "hs384",
                "HS384 with the public key",
                token -> token.headerText("alg", "HS384")
                        .signedBy((message, key) ->
                                hmac("HmacSHA384", key.getPublic().getEncoded(), message)));
        table.rejected(
                WRONG_ALGORITHM,
                "hs512",
                "HS512 with the public key",
                token -> token.headerText("alg", "HS512")
                        .signedBy((message, key) ->
                                hmac("HmacSHA512", key.getPublic().getEncoded(), message)));
    }

    private static void otherSignatures(VectorTable table) {
        Map<String, String> rsa = Map.of(
                "RS384", "SHA384withRSA",
                "RS512", "SHA512withRSA",
                "RS1", "SHA1withRSA");
        rsa.forEach((name, algorithm) -> {
            table.rejected(
                    WRONG_ALGORITHM,
                    name,
                    "signed with the right key, by its own rules",
                    token -> token.headerText("alg", name).signedAs(algorithm));
            table.rejected(
                    BAD_SIGNATURE,
                    "rs256-but-" + name,
                    "says RS256 and is " + name,
                    token -> token.signedAs(algorithm));
            table.rejected(
                    WRONG_ALGORITHM,
                    name + "-but-rs256",
                    "says " + name + " and is RS256",
                    token -> token.headerText("alg", name));
        });
        for (String pss : List.of("PS256", "PS384", "PS512")) {
            table.rejected(WRONG_ALGORITHM, pss, "another padding", token -> token.headerText("alg", pss));
        }
        for (String other : List.of(
                "ES256",
                "ES384",
                "ES512",
                "ES256K",
                "EdDSA",
                "Ed25519",
                "Ed448",
                "ML-DSA-44",
                "RSA-OAEP",
                "RSA1_5",
                "A256GCM",
                "A256KW",
                "dir",
                "PBES2-HS256+A128KW",
                "ECDH-ES")) {
            table.rejected(
                    WRONG_ALGORITHM,
                    other + "-zeros",
                    "an all-zero signature (CVE-2022-21449)",
                    token -> token.headerText("alg", other).signedBy((message, key) -> new byte[64]));
        }
    }

    private static void spellings(VectorTable table) {
        for (String almost : List.of(
                "rs256",
                "Rs256",
                "rS256",
                "RS256 ",
                " RS256",
                "RS256\u0000",
                "RS256\n",
                "\uFEFFRS256",
                "RS-256",
                "RS_256",
                "RS2560",
                "RS25",
                "RS",
                "\uFF32\uFF33256",
                "R\u017F256",
                "SHA256withRSA",
                "RS256,none",
                "RS256;none",
                "none,RS256",
                "RSASSA-PKCS1-v1_5",
                "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256",
                "")) {
            table.rejected(
                    WRONG_ALGORITHM,
                    "almost-" + TokenDraft.base64(almost),
                    "nearly RS256",
                    token -> token.headerText("alg", almost));
        }
        for (String json : List.of(
                "256",
                "0",
                "null",
                "true",
                "false",
                "{}",
                "[]",
                "[\"RS256\"]",
                "[\"RS256\",\"none\"]",
                "{\"RS256\":1}",
                "1e3",
                "-1")) {
            table.rejected(WRONG_ALGORITHM, "json-" + json, "not a string", token -> token.header("alg", json));
        }
        table.rejected(WRONG_ALGORITHM, "missing", "no alg", token -> token.withoutHeader("alg"));
        for (String first : List.of("none", "HS256", "RS256")) {
            table.rejected(
                    HEADER_MALFORMED,
                    "twice-" + first,
                    "alg twice: parsers disagree which one counts",
                    token -> token.headerJson(json -> json.replace("{", "{\"alg\":\"" + first + "\",")));
        }
        table.rejected(
                HEADER_MALFORMED,
                "twice-escaped",
                "alg twice, once spelled with an escape",
                token -> token.headerJson(json -> json.replace("{", "{\"\\u0061lg\":\"none\",")));
        table.rejected(
                HEADER_MALFORMED,
                "twice-last",
                "alg twice, the bad one last",
                token -> token.headerJson(json -> json.replace("}", ",\"alg\":\"none\"}")));
        table.accepted(
                "escaped-value",
                "another spelling of the same string",
                token -> token.header("alg", "\"\\u0052S256\""));
        table.accepted(
                "escaped-name",
                "another spelling of the same name",
                token -> token.headerJson(json -> json.replace("\"alg\"", "\"\\u0061\\u006C\\u0067\"")));
    }

    private static byte[] hmac(String algorithm, byte[] secret, byte[] message) {
        try {
            Mac mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(secret, algorithm));
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String pem(PublicKey key, String end) {
        return "-----BEGIN PUBLIC KEY-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key.getEncoded())
                + "\n-----END PUBLIC KEY-----" + end;
    }
}
