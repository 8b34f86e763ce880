package org.cognito4j;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.Provider;
import java.security.Security;
import java.security.interfaces.RSAPublicKey;
import javax.crypto.Cipher;
import org.jspecify.annotations.Nullable;

/**
 * RSAVP1 (RFC 8017 section 5.2.2), the arithmetic in the middle of a signature check, without any padding: who does it
 * decides nothing. All numbers are public, so that it may take as long as it takes.
 */
@FunctionalInterface
interface RsaPrimitive {

    /** The arithmetic of the platform. */
    RsaPrimitive PLATFORM = (representative, key) -> representative.modPow(key.getPublicExponent(), key.getModulus());

    /** Takes half the time where somebody has installed it. */
    String QUICK_PROVIDER = "AmazonCorrettoCryptoProvider";

    /**
     * The number that was signed.
     *
     * @param representative the signature as a number, smaller than the modulus
     */
    BigInteger apply(BigInteger representative, RSAPublicKey key);

    static RsaPrimitive quickest() {
        Provider quick = Security.getProvider(QUICK_PROVIDER);
        return quick == null ? PLATFORM : by(quick);
    }

    /** By a provider; by the platform if that one does not do it. */
    static RsaPrimitive by(Provider provider) {
        return (representative, key) -> {
            byte[] signed = signed(representative, key, provider);
            return signed == null ? PLATFORM.apply(representative, key) : new BigInteger(1, signed);
        };
    }

    private static byte @Nullable [] signed(BigInteger representative, RSAPublicKey key, Provider provider) {
        try {
            Cipher rsa = Cipher.getInstance("RSA/ECB/NoPadding", provider);
            rsa.init(Cipher.ENCRYPT_MODE, key);
            return rsa.doFinal(fixed(representative, (key.getModulus().bitLength() + 7) / 8));
        } catch (GeneralSecurityException | RuntimeException e) { // a provider may throw what it likes
            return null;
        }
    }

    /** A number in so many bytes (RFC 8017 section 4.1). */
    private static byte[] fixed(BigInteger number, int length) {
        byte[] bytes = number.toByteArray();
        int used = Math.min(bytes.length, length); // less the byte for the sign
        byte[] fixed = new byte[length];
        System.arraycopy(bytes, bytes.length - used, fixed, length - used, used);
        return fixed;
    }
}
