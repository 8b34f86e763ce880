package org.cognito4j;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.HexFormat;

/** RSA signatures from their innermost bytes (RFC 8017 sections 8.2 and 9.2), so that each of them can be wrong. */
final class Pkcs1 {

    /** AlgorithmIdentifier and OCTET STRING header for SHA-256, as they stand in a DigestInfo. */
    static final byte[] SHA_256 = HexFormat.of().parseHex("3031300d060960864801650304020105000420");

    private Pkcs1() {}

    static byte[] sign(byte[] message, KeyPair key) {
        return sign("SHA256withRSA", message, key);
    }

    static byte[] sign(String algorithm, byte[] message, KeyPair key) {
        try {
            Signature signature = Signature.getInstance(algorithm);
            signature.initSign(key.getPrivate());
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static byte[] hash(String algorithm, byte[] message) {
        try {
            return MessageDigest.getInstance(algorithm).digest(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The encoded message: 00 01 FF … FF 00 and the DigestInfo, as long as the modulus. */
    static byte[] encode(byte[] message, int length) {
        return pad(join(SHA_256, hash("SHA-256", message)), length);
    }

    static byte[] pad(byte[] content, int length) {
        byte[] padded = new byte[length];
        Arrays.fill(padded, 1, length - content.length - 1, (byte) 0xFF);
        padded[1] = 1;
        System.arraycopy(content, 0, padded, length - content.length, content.length);
        return padded;
    }

    /** RSASP1: whatever the bytes are, the signature that they come out of. */
    static byte[] signRaw(byte[] encoded, KeyPair key) {
        RSAPrivateKey secret = (RSAPrivateKey) key.getPrivate();
        BigInteger signature = new BigInteger(1, encoded).modPow(secret.getPrivateExponent(), secret.getModulus());
        return fixed(signature, length(key));
    }

    static int length(KeyPair key) {
        return (((RSAPublicKey) key.getPublic()).getModulus().bitLength() + 7) / 8;
    }

    /** The number in exactly so many bytes, or in as many as it needs. */
    static byte[] fixed(BigInteger number, int length) {
        byte[] bytes = number.toByteArray();
        int sign = bytes.length > 1 && bytes[0] == 0 ? 1 : 0;
        byte[] magnitude = Arrays.copyOfRange(bytes, sign, bytes.length);
        byte[] fixed = new byte[Math.max(length, magnitude.length)];
        System.arraycopy(magnitude, 0, fixed, fixed.length - magnitude.length, magnitude.length);
        return fixed;
    }

    static byte[] join(byte[]... parts) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            joined.writeBytes(part);
        }
        return joined.toByteArray();
    }
}
