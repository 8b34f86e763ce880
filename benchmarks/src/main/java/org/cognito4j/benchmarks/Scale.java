package org.cognito4j.benchmarks;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.cognito4j.TokenVerifier;
import org.cognito4j.Verification;
import org.cognito4j.VerifierSettings;

/** What the verdicts on many live tokens take of the heap. */
public final class Scale {

    private static final String KEY = "4PQh+BZT/1rUfM7wkVYd0a3cJzNxEoLs9Gb6tHiQy5A=";

    private Scale() {}

    /**
     * Verifies so many distinct tokens and prints what remembering them takes.
     *
     * @param arguments how many, 100000 by default
     * @throws IOException if there is no place for the key set
     */
    public static void main(String[] arguments) throws IOException {
        int count = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100_000;
        TokenIssuer issuer = new TokenIssuer();
        Path keys = Files.createTempFile("keys", ".json");
        Files.write(keys, issuer.keySet(KEY));
        try (TokenVerifier verifier = TokenVerifier.of(VerifierSettings.builder()
                .userPoolId(TokenIssuer.POOL)
                .clientIds(List.of("*"))
                .pinnedKeys(keys.toString())
                .keySetAddresses(List.of(URI.create("http://127.0.0.1:1/jwks.json")))
                .allowLoopbackHttp(true)
                .verdictCacheSize(count)
                .build())) {
            verify(verifier, issuer.token(KEY));
            long before = used();
            for (int i = 0; i < count; i++) {
                verify(verifier, issuer.token(KEY));
            }
            long bytes = used() - before;
            // Asked once more, so that the verifier is alive until here.
            verify(verifier, issuer.token(KEY));
            System.out.printf(Locale.ROOT, "%d verdicts: %.1f MB, %d bytes each%n", count, bytes / 1e6, bytes / count);
        } finally {
            Files.delete(keys);
        }
    }

    private static void verify(TokenVerifier verifier, String token) {
        if (!(verifier.verify(token) instanceof Verification.Accepted)) {
            throw new IllegalStateException("a good token was not accepted");
        }
    }

    private static long used() {
        System.gc();
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
