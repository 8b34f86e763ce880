package org.cognito4j.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.cognito4j.TokenVerifier;
import org.cognito4j.Verification;
import org.cognito4j.VerifierSettingsBuilder;

/** This library with its defaults. */
final class Cognito4j implements Contender {

    private final TokenVerifier verifier;

    Cognito4j(URI keySet) {
        verifier = TokenVerifier.of(settings(keySet).build());
    }

    Cognito4j(URI keySet, byte[] ownKeys) {
        try {
            Path file = Files.write(Files.createTempFile("jwks", ".json"), ownKeys);
            verifier = TokenVerifier.of(
                    settings(keySet).pinnedKeys(file.toString()).build());
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static VerifierSettingsBuilder settings(URI keySet) {
        return new VerifierSettingsBuilder()
                .userPoolId(TokenIssuer.POOL)
                .clientIds(List.of(TokenIssuer.CLIENT))
                .keySetAddresses(List.of(keySet))
                .allowLoopbackHttp(true);
    }

    @Override
    public Outcome verify(String token) {
        Verification verification = verifier.verify(token);
        if (verification instanceof Verification.Accepted) {
            return Outcome.ACCEPTED;
        }
        return verification instanceof Verification.Rejected ? Outcome.REFUSED : Outcome.UNAVAILABLE;
    }

    @Override
    public void close() {
        verifier.close();
    }
}
