package org.cognito4j.localpool;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A pre token generation trigger whose answer is a file, read anew for each token.
 *
 * @param file a Lambda function's response, or only its {@code accessTokenGeneration}
 */
record PreTokenFile(Path file) implements PreTokenTrigger {
    @Override
    public TokenOverrides onToken(PreTokenEvent event) {
        try (InputStream json = Files.newInputStream(file)) {
            return TokenOverrides.read(Json.parse(json));
        } catch (IOException e) {
            throw new UncheckedIOException("The pre-token file " + file + " cannot be read", e);
        }
    }
}
