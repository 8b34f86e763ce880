package org.cognito4j.localpool.pool;

import java.security.SecureRandom;
import java.util.Base64;

/** Fresh ids and secrets that look like the ones Cognito makes. */
public final class RandomIds {
    private static final String ALPHABET = "0123456789abcdefghijklmnopqrstuv";
    private static final String LETTERS_AND_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static final SecureRandom RANDOM = new SecureRandom();

    private RandomIds() {}

    public static String clientId() {
        return of(ALPHABET, 26);
    }

    public static String clientSecret() {
        return of(ALPHABET, 52);
    }

    public static String userPoolId(String region) {
        return region + "_" + of(LETTERS_AND_DIGITS, 9);
    }

    /** A key id: 32 bytes in the standard alphabet of base64, so that it may hold {@code +}, {@code /} and {@code =}. */
    public static String keyId() {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static String of(String alphabet, int length) {
        StringBuilder text = new StringBuilder(length);
        RANDOM.ints(length, 0, alphabet.length()).mapToObj(alphabet::charAt).forEach(text::append);
        return text.toString();
    }
}
