package org.cognito4j;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.Signature;
import java.security.SignatureException;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/**
 * RSASSA-PKCS1-v1_5 with SHA-256 (RFC 7518 section 3.3) as RFC 8017 section 8.2.2 has it, step by step: the message is
 * encoded here, and what the signature stands for has to be that and nothing else.
 */
final class SignatureCheck {

    /** The DER of DigestInfo up to the hash, for SHA-256 (RFC 8017 section 9.2, note 1). */
    private static final byte[] DIGEST_INFO = HexFormat.of().parseHex("3031300d060960864801650304020105000420");

    private static final int HASH_BYTES = 32;
    private static final RsaPrimitive RSA = RsaPrimitive.quickest();

    private SignatureCheck() {}

    /**
     * The same by a security provider of the JVM, behind the same checks of length and size. Providers permit encodings that RS256
     * does not have, such as a DigestInfo without NULL, so what a provider accepts is checked as usual, too.
     *
     * @throws GeneralSecurityException if no provider can do that, or not with this key: which says nothing about the token
     */
    static boolean passesByProvider(CompactJws token, RSAPublicKey key) throws GeneralSecurityException {
        byte[] bytes = token.signature();
        if (!isLongEnough(key) || representative(bytes, key.getModulus()).isEmpty()) {
            return false;
        }
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initVerify(key);
        signature.update(token.signedBytes().duplicate());
        try {
            return signature.verify(bytes) && passes(token, key);
        } catch (SignatureException malformed) {
            return false;
        }
    }

    static boolean passes(CompactJws token, RSAPublicKey key) {
        byte[] signature = token.signature();
        Optional<BigInteger> representative = representative(signature, key.getModulus());
        return isLongEnough(key)
                && representative.isPresent()
                && RSA.apply(representative.get(), key).equals(encoded(token.signedBytes(), signature.length));
    }

    /** No shorter key is ever kept: here for whoever keeps them otherwise one day. */
    private static boolean isLongEnough(RSAPublicKey key) {
        return key.getModulus().bitLength() >= KeySetParser.MIN_MODULUS_BITS;
    }

    /**
     * The signature as a number: empty unless it is as long as the modulus and smaller than it (RFC 8017 section 8.2.2 step
     * 1 and section 5.2.2), so that no other text stands for the same number.
     */
    static Optional<BigInteger> representative(byte[] signature, BigInteger modulus) {
        if (signature.length != (modulus.bitLength() + 7) / 8) {
            return Optional.empty();
        }
        BigInteger representative = new BigInteger(1, signature);
        return representative.compareTo(modulus) < 0 ? Optional.of(representative) : Optional.empty();
    }

    /** EMSA-PKCS1-v1_5 (RFC 8017 section 9.2) as a number: 00 01 FF … FF 00, the DigestInfo and the hash. */
    private static BigInteger encoded(ByteBuffer signedBytes, int length) {
        byte[] encoded = new byte[length];
        int info = length - HASH_BYTES - DIGEST_INFO.length;
        encoded[1] = 1;
        Arrays.fill(encoded, 2, info - 1, (byte) 0xFF);
        System.arraycopy(DIGEST_INFO, 0, encoded, info, DIGEST_INFO.length);
        System.arraycopy(sha256(signedBytes), 0, encoded, length - HASH_BYTES, HASH_BYTES);
        return new BigInteger(encoded);
    }

    private static byte[] sha256(ByteBuffer bytes) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update(bytes.duplicate());
            return sha256.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
