package org.cognito4j.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;

/** A secret in a file, as orchestrators mount it and replace it at run time. */
record SecretFile(Path file) implements Supplier<String> {

    @Override
    public String get() {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
