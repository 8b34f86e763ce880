package org.cognito4j;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.cognito4j.Pkcs1.fixed;
import static org.cognito4j.Pkcs1.hash;
import static org.cognito4j.Pkcs1.join;
import static org.cognito4j.RejectionReason.BAD_SIGNATURE;

import java.math.BigInteger;
import java.security.KeyPair;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** One number of one length over one message is the signature (RFC 8017 section 8.2.2). */
final class SignatureVectors {

    private SignatureVectors() {}

    static List<Vector> rows() {
        VectorTable table = new VectorTable("signature");
        numbers(table);
        lengths(table);
        bits(table);
        swaps(table);
        return table.rows();
    }

    private static void numbers(VectorTable table) {
        BigInteger one = BigInteger.ONE;
        Map<String, UnaryOperator<BigInteger>> ofModulus = new LinkedHashMap<>();
        ofModulus.put("0", n -> BigInteger.ZERO);
        ofModulus.put("1", n -> one);
        ofModulus.put("2", n -> BigInteger.TWO);
        ofModulus.put("n-1", n -> n.subtract(one));
        ofModulus.put("n", n -> n);
        ofModulus.put("n+1", n -> n.add(one));
        ofModulus.put("n-div-2", n -> n.shiftRight(1));
        ofModulus.put("all-ones", n -> one.shiftLeft(2_048).subtract(one));
        ofModulus.forEach((name, number) -> table.rejected(
                BAD_SIGNATURE,
                "number-" + name,
                "a number that is its own power or close",
                token -> token.signedBy((message, key) -> fixed(number.apply(modulus(key)), 256))));
        table.rejected(
                BAD_SIGNATURE,
                "number-s+n",
                "congruent to the genuine one",
                token -> token.signedBy(
                        (message, key) -> fixed(genuine(message, key).add(modulus(key)), 256)));
        table.rejected(
                BAD_SIGNATURE,
                "number-n-s",
                "the negative of the genuine one",
                token -> token.signedBy((message, key) -> fixed(modulus(key).subtract(genuine(message, key)), 256)));
        table.rejected(
                BAD_SIGNATURE,
                "number-s-times-2",
                "twice the genuine one",
                token -> token.signedBy((message, key) ->
                        fixed(genuine(message, key).shiftLeft(1).mod(modulus(key)), 256)));
        table.rejected(
                BAD_SIGNATURE,
                "number-inverse",
                "the inverse of the genuine one",
                token -> token.signedBy(
                        (message, key) -> fixed(genuine(message, key).modInverse(modulus(key)), 256)));
        table.rejected(
                BAD_SIGNATURE,
                "number-unsigned-message",
                "the encoded message itself, not signed",
                token -> token.signedBy((message, key) -> Pkcs1.encode(message, 256)));
        table.rejected(
                BAD_SIGNATURE,
                "number-hash",
                "the hash alone",
                token -> token.signedBy((message, key) -> hash("SHA-256", message)));
        table.rejected(
                BAD_SIGNATURE,
                "number-public-key",
                "the public key",
                token -> token.signedBy((message, key) -> key.getPublic().getEncoded()));
    }

    private static void lengths(VectorTable table) {
        for (int length : List.of(1, 2, 32, 64, 128, 254, 255)) {
            table.rejected(
                    BAD_SIGNATURE,
                    "cut-to-" + length,
                    "the end is missing",
                    token -> token.signatureBytes(bytes -> Arrays.copyOf(bytes, length)));
        }
        for (int more : List.of(1, 2, 3, 64, 256)) {
            table.rejected(
                    BAD_SIGNATURE,
                    "zeros-behind-" + more,
                    "extended at its end",
                    token -> token.signatureBytes(bytes -> Arrays.copyOf(bytes, bytes.length + more)));
            table.rejected(
                    BAD_SIGNATURE,
                    "zeros-before-" + more,
                    "the same number in more bytes",
                    token -> token.signatureBytes(bytes -> join(new byte[more], bytes)));
        }
        table.rejected(
                BAD_SIGNATURE,
                "first-byte-missing",
                "shorter at its start",
                token -> token.signatureBytes(bytes -> Arrays.copyOfRange(bytes, 1, bytes.length)));
        table.rejected(
                BAD_SIGNATURE,
                "der-wrapped",
                "as OCTET STRING",
                token -> token.signatureBytes(bytes -> join(HexFormat.of().parseHex("04820100"), bytes)));
        table.rejected(
                BAD_SIGNATURE, "twice", "twice in a row", token -> token.signatureBytes(bytes -> join(bytes, bytes)));
        table.rejected(
                BAD_SIGNATURE,
                "reversed",
                "in the other byte order",
                token -> token.signatureBytes(SignatureVectors::reversed));
        table.rejected(
                BAD_SIGNATURE,
                "base64-twice",
                "encoded once too often",
                token -> token.signatureBytes(bytes -> TokenDraft.base64(bytes).getBytes(ISO_8859_1)));
        table.rejected(
                BAD_SIGNATURE,
                "hex",
                "in hexadecimal",
                token -> token.signatureBytes(
                        bytes -> HexFormat.of().formatHex(bytes).getBytes(ISO_8859_1)));
    }

    private static void bits(VectorTable table) {
        for (int index : List.of(0, 1, 127, 254, 255)) {
            for (int bit : List.of(0, 7)) {
                table.rejected(
                        BAD_SIGNATURE,
                        "bit-" + bit + "-of-byte-" + index,
                        "one bit of the signature",
                        token -> token.signatureBytes(bytes -> flip(bytes, index, 1 << bit)));
            }
        }
    }

    private static void swaps(VectorTable table) {
        table.rejected(
                BAD_SIGNATURE,
                "stranger",
                "signed with a key that nobody published",
                token -> token.signedWith(TestKeys.rsa("stranger")));
        table.rejected(
                BAD_SIGNATURE,
                "stranger-4096",
                "signed with a longer key of a stranger",
                token -> token.signedWith(TestKeys.rsa("stranger", 4_096)));
        table.rejected(
                BAD_SIGNATURE,
                "other-kid",
                "names the pool's other key",
                token -> token.headerText("kid", TestPool.OTHER_KEY_ID));
        table.rejected(
                BAD_SIGNATURE,
                "payload-only",
                "over the payload alone",
                token -> token.signedBy((message, key) -> Pkcs1.sign(behindDot(message), key)));
        table.rejected(
                BAD_SIGNATURE,
                "header-only",
                "over the header alone",
                token -> token.signedBy((message, key) -> Pkcs1.sign(beforeDot(message), key)));
        table.rejected(
                BAD_SIGNATURE,
                "dot-at-the-end",
                "over the message and its second dot",
                token -> token.signedBy((message, key) -> Pkcs1.sign(join(message, ".".getBytes(UTF_8)), key)));
        table.rejected(
                BAD_SIGNATURE,
                "without-dot",
                "over the message without its dot",
                token -> token.signedBy((message, key) ->
                        Pkcs1.sign(new String(message, UTF_8).replace(".", "").getBytes(UTF_8), key)));
        table.rejected(
                BAD_SIGNATURE,
                "newline-at-the-end",
                "over the message and a line feed",
                token -> token.signedBy((message, key) -> Pkcs1.sign(join(message, "\n".getBytes(UTF_8)), key)));
        table.rejected(
                BAD_SIGNATURE,
                "decoded",
                "over the bytes instead of their base64url (RFC 7797)",
                token -> token.signedBy((message, key) -> Pkcs1.sign(
                        join(
                                beforeDot(message),
                                ".".getBytes(UTF_8),
                                Base64.getUrlDecoder().decode(behindDot(message))),
                        key)));
        table.rejected(
                BAD_SIGNATURE,
                "utf-16",
                "over the message in another encoding",
                token ->
                        token.signedBy((message, key) -> Pkcs1.sign(new String(message, UTF_8).getBytes(UTF_16), key)));
        table.rejected(
                BAD_SIGNATURE,
                "empty-message",
                "over nothing",
                token -> token.signedBy((message, key) -> Pkcs1.sign(new byte[0], key)));
        table.rejected(BAD_SIGNATURE, "claims-changed", "a scope more after signing", token -> {
            String[] changed = new String[1];
            token.payloadJson(json -> {
                        changed[0] = json.replace("orders.read", "orders.admin");
                        return json;
                    })
                    .text(text -> replacePart(text, 1, TokenDraft.base64(changed[0])));
        });
        table.rejected(BAD_SIGNATURE, "claims-reformatted", "a space more after signing", token -> {
            String[] changed = new String[1];
            token.payloadJson(json -> {
                        changed[0] = json + " ";
                        return json;
                    })
                    .text(text -> replacePart(text, 1, TokenDraft.base64(changed[0])));
        });
        table.rejected(
                BAD_SIGNATURE,
                "header-reformatted",
                "a space more in the header after signing",
                token -> token.text(text -> {
                    String header = new String(Base64.getUrlDecoder().decode(text.split("\\.")[0]), UTF_8);
                    return replacePart(text, 0, TokenDraft.base64(header + " "));
                }));
        table.rejected(
                BAD_SIGNATURE,
                "of-another-token",
                "the genuine signature of another token",
                token -> token.signedBy((message, key) -> Pkcs1.sign("another message".getBytes(UTF_8), key)));
    }

    private static BigInteger modulus(KeyPair key) {
        return ((RSAPublicKey) key.getPublic()).getModulus();
    }

    private static BigInteger genuine(byte[] message, KeyPair key) {
        return new BigInteger(1, Pkcs1.sign(message, key));
    }

    private static byte[] flip(byte[] bytes, int index, int mask) {
        bytes[index] ^= (byte) mask;
        return bytes;
    }

    private static byte[] reversed(byte[] bytes) {
        byte[] reversed = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            reversed[i] = bytes[bytes.length - 1 - i];
        }
        return reversed;
    }

    private static byte[] beforeDot(byte[] message) {
        String text = new String(message, UTF_8);
        return text.substring(0, text.indexOf('.')).getBytes(UTF_8);
    }

    private static byte[] behindDot(byte[] message) {
        String text = new String(message, UTF_8);
        return text.substring(text.indexOf('.') + 1).getBytes(UTF_8);
    }

    private static String replacePart(String token, int part, String text) {
        String[] parts = token.split("\\.");
        parts[part] = text;
        return String.join(".", parts);
    }
}
