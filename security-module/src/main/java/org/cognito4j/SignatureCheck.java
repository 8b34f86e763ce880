package org.cognito4j;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.Security;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.HexFormat;
import org.jose4j.jca.ProviderContext;
import org.jose4j.jca.ProviderContext.SignatureAlgorithmOverride;
import org.jose4j.jws.JsonWebSignatureAlgorithm;
import org.jose4j.jws.RsaUsingShaAlgorithm;
import org.jose4j.lang.JoseException;

/**
 * RSASSA-PKCS1-v1_5 with SHA-256 (RFC 7518 section 3.3) by jose4j. The only class that knows jose4j, because that
 * library's exceptions quote the token: they end here and are nobody's cause.
 *
 * <p>The JDK's own {@code SHA256withRSA} decodes what the signature holds and takes more than one encoding for good
 * (it lets the NULL parameter of the hash algorithm be left out). RFC 8017 section 8.2.2 has the verifier encode the
 * hash itself and compare, which leaves one: so the encoded hash is what is handed over, and checked byte by byte.
 */
final class SignatureCheck {

    /** The DER of DigestInfo up to the hash, for SHA-256 (RFC 8017 section 9.2, note 1). */
    private static final byte[] DIGEST_INFO = HexFormat.of().parseHex("3031300d060960864801650304020105000420");

    private static final int HASH_BYTES = 32;
    private static final JsonWebSignatureAlgorithm RS256 = new RsaUsingShaAlgorithm.RsaSha256();
    private static final ProviderContext PROVIDERS = byteByByte();

    private SignatureCheck() {}

    static boolean passes(CompactJws token, RSAPublicKey key) {
        if (!hasTheOnlyLength(token.signature(), key.getModulus())) {
            return false;
        }
        try {
            return RS256.verifySignature(token.signature(), key, digestInfo(token.signedBytes()), PROVIDERS);
        } catch (JoseException e) {
            return false;
        }
    }

    /**
     * As long as the modulus and smaller than it (RFC 8017 section 8.2.2 step 1 and section 5.2.2), whatever the
     * security provider in charge makes of other values.
     */
    static boolean hasTheOnlyLength(byte[] signature, BigInteger modulus) {
        return signature.length == (modulus.bitLength() + 7) / 8 && new BigInteger(1, signature).compareTo(modulus) < 0;
    }

    private static byte[] digestInfo(ByteBuffer signedBytes) {
        byte[] encoded = Arrays.copyOf(DIGEST_INFO, DIGEST_INFO.length + HASH_BYTES);
        System.arraycopy(sha256(signedBytes), 0, encoded, DIGEST_INFO.length, HASH_BYTES);
        return encoded;
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

    private static ProviderContext byteByByte() {
        ProviderContext providers = new ProviderContext();
        ProviderContext.Context forGivenKeys = providers.getSuppliedKeyProviderContext();
        forGivenKeys.setSignatureAlgorithmOverride(new SignatureAlgorithmOverride("NONEwithRSA", null));
        // Other providers read this padding more leniently, so the JDK's is asked for by name where there is one.
        if (Security.getProvider("SunJCE") != null) {
            forGivenKeys.setSignatureProvider("SunJCE");
        }
        return providers;
    }
}
