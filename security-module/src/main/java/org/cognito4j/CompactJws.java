package org.cognito4j;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

/**
 * The three parts of a JWS in compact serialization (RFC 7515 section 7.1), decoded.
 *
 * <p>Only the one canonical spelling passes: no padding, no line break, no character outside the alphabet, no unused
 * bit set. Otherwise a stranger could make many texts of one signed token.
 *
 * @param header the bytes of the JOSE header
 * @param payload the bytes of the claims
 * @param signature the bytes of the signature
 * @param signedBytes what the signature is over: header and payload as they were sent, with the dot between them
 */
record CompactJws(byte[] header, byte[] payload, byte[] signature, ByteBuffer signedBytes) {

    private static final int PARTS_OF_JWS = 3;
    private static final int PARTS_OF_JWE = 5;
    private static final byte[] SEXTETS = sextets();

    static void requireSize(String token, int limit) throws TokenRejected {
        if (token.length() > limit) {
            throw TokenRejected.of(RejectionReason.TOKEN_TOO_LARGE);
        }
    }

    static CompactJws parse(String token) throws TokenRejected {
        int[] ends = new int[PARTS_OF_JWE];
        int parts = 0;
        for (int start = 0; start <= token.length() && parts < PARTS_OF_JWE; parts++) {
            int dot = token.indexOf('.', start);
            ends[parts] = dot < 0 ? token.length() : dot;
            start = ends[parts] + 1;
        }
        if (parts == PARTS_OF_JWE && ends[parts - 1] == token.length()) {
            throw TokenRejected.of(RejectionReason.TOKEN_ENCRYPTED);
        }
        if (parts != PARTS_OF_JWS) {
            throw TokenRejected.of(RejectionReason.TOKEN_MALFORMED);
        }
        requireCanonical(token, 0, ends[0]);
        requireCanonical(token, ends[0] + 1, ends[1]);
        requireCanonical(token, ends[1] + 1, ends[2]);
        byte[] bytes = token.getBytes(StandardCharsets.ISO_8859_1);
        return new CompactJws(
                decode(bytes, 0, ends[0]),
                decode(bytes, ends[0] + 1, ends[1]),
                decode(bytes, ends[1] + 1, ends[2]),
                ByteBuffer.wrap(bytes, 0, ends[1]));
    }

    private static byte[] decode(byte[] bytes, int start, int end) {
        // Wrapped, the part need not be copied; its decoded length is known exactly, so the array holds nothing else.
        return Base64.getUrlDecoder()
                .decode(ByteBuffer.wrap(bytes, start, end - start))
                .array();
    }

    private static void requireCanonical(String token, int start, int end) throws TokenRejected {
        // One look at the sign of all values instead of a branch for each character, of which there are hundreds.
        int sextets = start < end ? 0 : -1;
        for (int i = start; i < end; i++) {
            sextets |= sextet(token.charAt(i));
        }
        if (sextets < 0 || unusedBits(end - start, token.charAt(end - 1)) != 0) {
            throw TokenRejected.of(RejectionReason.TOKEN_MALFORMED);
        }
    }

    /** The bits of the last character that stand for no byte and have to be zero (RFC 4648 section 3.5). */
    private static int unusedBits(int length, char last) {
        return switch (length % 4) {
            case 0 -> 0;
            case 2 -> sextet(last) & 0b1111;
            case 3 -> sextet(last) & 0b11;
            default -> -1; // one character alone stands for no byte at all
        };
    }

    /** The value of a base64url character (RFC 4648 table 2), or -1. */
    private static int sextet(char c) {
        return c < SEXTETS.length ? SEXTETS[c] : -1;
    }

    private static byte[] sextets() {
        String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        byte[] sextets = new byte[128];
        Arrays.fill(sextets, (byte) -1);
        for (int i = 0; i < alphabet.length(); i++) {
            sextets[alphabet.charAt(i)] = (byte) i;
        }
        return sextets;
    }
}
