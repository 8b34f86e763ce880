package org.cognito4j;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;

/** Writes a policy as a properties file whose last line names the digest of all before it. */
final class PolicyProperties {

    private PolicyProperties() {}

    static String sealed(Map<String, String> settings) {
        StringBuilder text = new StringBuilder();
        settings.forEach((key, value) ->
                text.append(escaped(key)).append('=').append(escaped(value)).append('\n'));
        return text + "# end " + digest(text.toString().getBytes(UTF_8)) + "\n";
    }

    /** Every character that could end a key, a value or a line is written by its number. */
    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        for (char character : text.toCharArray()) {
            boolean isPlain = character > ' ' && character < 0x7F && "\\:=#!".indexOf(character) < 0;
            escaped.append(isPlain ? String.valueOf(character) : String.format("\\u%04X", (int) character));
        }
        return escaped.toString();
    }

    private static String digest(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JVM has SHA-256", e);
        }
    }
}
