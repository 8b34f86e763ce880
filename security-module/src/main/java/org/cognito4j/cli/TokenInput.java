package org.cognito4j.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Reads the token from standard input. */
final class TokenInput {

    /** More than any limit that can be set, in bytes of any character set: what comes behind changes nothing. */
    private static final int ENOUGH = 1 << 19;

    private TokenInput() {}

    /** All of the input but the ends of lines behind it, as commands write them. Nothing else is mended. */
    static Optional<String> read(InputStream in) throws IOException {
        String text = new String(in.readNBytes(ENOUGH), StandardCharsets.UTF_8);
        int end = text.length();
        while (end > 0 && (text.charAt(end - 1) == '\n' || text.charAt(end - 1) == '\r')) {
            end--;
        }
        return end == 0 ? Optional.empty() : Optional.of(text.substring(0, end));
    }
}
