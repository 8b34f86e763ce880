package org.cognito4j.client;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

/** A secret in a file, as orchestrators mount it and replace it at run time. */
record SecretFile(Path file) implements Supplier<String> {

    /** Far more than a secret has: Cognito's have at most 64 characters. */
    private static final int MOST_BYTES = 64 * 1024;

    @Override
    public String get() {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw new IOException("too large for a secret");
            }
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Returns what is wrong with the file as a file of one secret; empty if nothing is. A file that cannot be read is no
     * fault: orchestrators may mount it later. A pipe is not read, as it could hang, and gives its secret once.
     */
    Optional<String> problem() {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        if (file.toFile().length() > MOST_BYTES) {
            return Optional.of("is larger than " + MOST_BYTES + " bytes");
        }
        String text;
        try {
            text = get();
        } catch (UncheckedIOException e) {
            return Optional.empty();
        }
        if (text.startsWith("\uFEFF")) {
            return Optional.of("begins with a byte order mark");
        }
        boolean hasSpace = text.strip().chars().anyMatch(c -> c <= ' ' || c > '~');
        return hasSpace ? Optional.of("holds more than one word of printable ASCII") : Optional.empty();
    }
}
