package org.cognito4j;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.KeyPair;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * A token in the making. Starts as a genuine machine token; each byte of header, claims, signature, the message encoded
 * in it and the final text can be changed, in this order of making.
 */
final class TokenDraft {

    /** Makes the signature over header and payload. */
    interface Signer {
        byte[] sign(byte[] message, KeyPair key);
    }

    private final Map<String, String> header = new LinkedHashMap<>();
    private final Map<String, String> claims = new LinkedHashMap<>();
    private UnaryOperator<byte[]> headerBytes = UnaryOperator.identity();
    private UnaryOperator<byte[]> payloadBytes = UnaryOperator.identity();
    private KeyPair key;
    private Signer signer = Pkcs1::sign;
    private UnaryOperator<byte[]> signatureBytes = UnaryOperator.identity();
    private UnaryOperator<String> text = UnaryOperator.identity();

    /** Members in the order in which Cognito writes them. */
    TokenDraft(String keyId, KeyPair key, String issuer, String clientId, Instant now) {
        this.key = key;
        header.put("kid", quoted(keyId));
        header.put("alg", quoted("RS256"));
        claims.put("sub", quoted(clientId));
        claims.put("token_use", quoted("access"));
        claims.put("scope", quoted("https://api.example.com/orders.read https://api.example.com/orders.write"));
        claims.put("auth_time", String.valueOf(now.getEpochSecond()));
        claims.put("iss", quoted(issuer));
        claims.put("exp", String.valueOf(now.plusSeconds(3_600).getEpochSecond()));
        claims.put("iat", String.valueOf(now.getEpochSecond()));
        claims.put("version", "2");
        claims.put("jti", quoted("5e5c7b2a-0d0f-4c43-9d0e-2f6f3f1b8a11"));
        claims.put("client_id", quoted(clientId));
    }

    /** Sets a member of the header to a JSON text. */
    TokenDraft header(String name, String json) {
        header.put(name, json);
        return this;
    }

    TokenDraft headerText(String name, String value) {
        return header(name, quoted(value));
    }

    TokenDraft withoutHeader(String name) {
        header.remove(name);
        return this;
    }

    /** Sets a claim to a JSON text. */
    TokenDraft claim(String name, String json) {
        claims.put(name, json);
        return this;
    }

    TokenDraft claimText(String name, String value) {
        return claim(name, quoted(value));
    }

    TokenDraft claim(String name, long value) {
        return claim(name, String.valueOf(value));
    }

    TokenDraft without(String name) {
        claims.remove(name);
        return this;
    }

    /** Turns the machine token into one of a person. */
    TokenDraft forUser(String name) {
        return claimText("sub", "3b1c7c5e-6f2a-4a8e-9a75-0d2f1b6f7c11")
                .claimText("scope", "aws.cognito.signin.user.admin")
                .claimText("origin_jti", "a8b3a9a4-9a6f-41f2-8a35-2f3a1e4d9b10")
                .claimText("event_id", "aedd74f8-7c3e-4e67-8b1b-0a4f9f6f2c55")
                .claimText("username", name);
    }

    /** Changes the text of the header as a whole; {@code $} is not special here. */
    TokenDraft headerJson(UnaryOperator<String> edit) {
        return headerBytes(bytes -> edit.apply(new String(bytes, UTF_8)).getBytes(UTF_8));
    }

    TokenDraft headerBytes(UnaryOperator<byte[]> edit) {
        UnaryOperator<byte[]> before = headerBytes;
        headerBytes = bytes -> edit.apply(before.apply(bytes));
        return this;
    }

    /** Changes the text of the claims as a whole. */
    TokenDraft payloadJson(UnaryOperator<String> edit) {
        return payloadBytes(bytes -> edit.apply(new String(bytes, UTF_8)).getBytes(UTF_8));
    }

    TokenDraft payloadBytes(UnaryOperator<byte[]> edit) {
        UnaryOperator<byte[]> before = payloadBytes;
        payloadBytes = bytes -> edit.apply(before.apply(bytes));
        return this;
    }

    TokenDraft signedWith(KeyPair another) {
        this.key = another;
        return this;
    }

    TokenDraft signedBy(Signer another) {
        this.signer = another;
        return this;
    }

    /** Signs with the right key, but by another algorithm of the platform. */
    TokenDraft signedAs(String algorithm) {
        return signedBy((message, pair) -> Pkcs1.sign(algorithm, message, pair));
    }

    /** Signs with the right key what the edit makes of the encoded message. */
    TokenDraft encodedMessage(UnaryOperator<byte[]> edit) {
        return signedBy((message, pair) -> Pkcs1.signRaw(edit.apply(Pkcs1.encode(message, Pkcs1.length(pair))), pair));
    }

    TokenDraft signatureBytes(UnaryOperator<byte[]> edit) {
        UnaryOperator<byte[]> before = signatureBytes;
        signatureBytes = bytes -> edit.apply(before.apply(bytes));
        return this;
    }

    /** Changes the finished token. */
    TokenDraft text(UnaryOperator<String> edit) {
        UnaryOperator<String> before = text;
        text = token -> edit.apply(before.apply(token));
        return this;
    }

    String mint() {
        String head = base64(headerBytes.apply(object(header).getBytes(UTF_8)));
        String body = base64(payloadBytes.apply(object(claims).getBytes(UTF_8)));
        byte[] signature = signatureBytes.apply(signer.sign((head + "." + body).getBytes(ISO_8859_1), key));
        return text.apply(head + "." + body + "." + base64(signature));
    }

    static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    static String base64(String text) {
        return base64(text.getBytes(UTF_8));
    }

    /** A JSON string. */
    static String quoted(String value) {
        StringBuilder quoted = new StringBuilder("\"");
        for (char c : value.toCharArray()) {
            if (c == '"' || c == '\\') {
                quoted.append('\\').append(c);
            } else if (c < ' ') {
                quoted.append("\\u%04x".formatted((int) c));
            } else {
                quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }

    private static String object(Map<String, String> members) {
        return members.entrySet().stream()
                .map(member -> '"' + member.getKey() + "\":" + member.getValue())
                .collect(Collectors.joining(",", "{", "}"));
    }
}
