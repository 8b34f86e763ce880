package org.cognito4j.config;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/**
 * Whether a policy file says itself that it is whole. Its last line is then {@code # end} and the SHA-256 of all bytes before that line,
 * in hexadecimal digits.
 */
enum PolicyEnd {

    /** There is such a line, and it is right. */
    WHOLE,

    /** There is such a line, and it is of other bytes: half written, or changed without it. */
    BROKEN,

    /** There is no such line. */
    MISSING;

    /** What is wrong with a file whose end is {@link #BROKEN}. */
    static final String BROKEN_MEANS =
            "is half written, or was changed without its last line, whose digest is of other bytes";

    static final String START = "# end ";

    static PolicyEnd of(byte[] content) {
        int end = content.length;
        while (end > 0 && (content[end - 1] == '\n' || content[end - 1] == '\r')) {
            end--;
        }
        int start = end;
        while (start > 0 && content[start - 1] != '\n' && content[start - 1] != '\r') {
            start--;
        }
        String line = new String(content, start, end - start, ISO_8859_1);
        if (!line.startsWith(START)) {
            return MISSING;
        }
        String digest = line.substring(START.length()).trim().toLowerCase(Locale.ROOT);
        return digest.equals(digest(content, start)) ? WHOLE : BROKEN;
    }

    static String digest(byte[] content, int length) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update(content, 0, length);
            return HexFormat.of().formatHex(sha256.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JVM has SHA-256", e);
        }
    }
}
