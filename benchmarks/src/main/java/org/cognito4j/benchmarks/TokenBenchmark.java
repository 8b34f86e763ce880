package org.cognito4j.benchmarks;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.cognito4j.TokenVerifier;
import org.cognito4j.Verification;
import org.cognito4j.VerifierSettingsBuilder;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** One verification, of a token that was seen before or of one that was not, beside the cryptography alone. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class TokenBenchmark {

    private static final String KEY = "4PQh+BZT/1rUfM7wkVYd0a3cJzNxEoLs9Gb6tHiQy5A=";
    private static final int DISTINCT = 256;

    /** Who does it: a limit, this library, or a peer by its name. */
    @Param({"sha256", "rsa", "repeat", "first", "jose4j", "nimbus", "spring", "java-jwt", "jjwt", "smallrye-jwt", "tink"
    })
    public String subject;

    private final String[] tokens = new String[DISTINCT];
    private final byte[][] signed = new byte[DISTINCT][];
    private final byte[][] signatures = new byte[DISTINCT][];
    private RSAPublicKey key;
    private Peer verification;

    /**
     * Mints the tokens and sets the subject up.
     *
     * @throws Exception if a library cannot be set up, or accepts what it should not
     */
    @Setup
    public void mint() throws Exception {
        TokenIssuer issuer = new TokenIssuer();
        key = issuer.publicKey(KEY);
        for (int i = 0; i < DISTINCT; i++) {
            tokens[i] = issuer.token(KEY);
            int end = tokens[i].lastIndexOf('.');
            signed[i] = tokens[i].substring(0, end).getBytes(StandardCharsets.ISO_8859_1);
            signatures[i] = Base64.getUrlDecoder().decode(tokens[i].substring(end + 1));
        }
        verification = verification(issuer);
        for (String token : tokens) {
            verification.verify(token);
        }
        if (!subject.equals("sha256") && !subject.equals("rsa")) {
            UnacceptableTokens.requireRefusals(subject, verification, UnacceptableTokens.of(issuer, KEY));
        }
    }

    /**
     * One verification.
     *
     * @throws Exception if the token is not found acceptable
     */
    @Benchmark
    public void verify() throws Exception {
        verification.verify(tokens[ThreadLocalRandom.current().nextInt(DISTINCT)]);
    }

    private Peer verification(TokenIssuer issuer) throws Exception {
        String keySet = Peers.text(issuer.keySet(KEY));
        return switch (subject) {
            case "sha256" -> sha256();
            case "rsa" -> token -> rsa(ThreadLocalRandom.current().nextInt(DISTINCT));
            case "repeat" -> ours(keySet, 10_000);
            // Room for one of the distinct tokens, so that nearly each is seen for the first time, and remembered.
            case "first" -> ours(keySet, 1);
            default -> Peers.of(subject, keySet, key);
        };
    }

    private Peer sha256() {
        byte[][] bytes = new byte[DISTINCT][];
        for (int i = 0; i < DISTINCT; i++) {
            bytes[i] = tokens[i].getBytes(StandardCharsets.ISO_8859_1);
        }
        ThreadLocal<MessageDigest> digests = ThreadLocal.withInitial(TokenBenchmark::digest);
        return token -> {
            byte[] hash = digests.get().digest(bytes[ThreadLocalRandom.current().nextInt(DISTINCT)]);
            if (hash.length != 32) {
                throw new IllegalStateException();
            }
        };
    }

    private void rsa(int i) throws Exception {
        Signature rsa = Signature.getInstance("SHA256withRSA");
        rsa.initVerify(key);
        rsa.update(signed[i]);
        if (!rsa.verify(signatures[i])) {
            throw new IllegalStateException();
        }
    }

    private static Peer ours(String keySet, int cacheSize) throws Exception {
        Path file = Files.createTempFile("keys", ".json");
        file.toFile().deleteOnExit();
        Files.writeString(file, keySet);
        TokenVerifier verifier = TokenVerifier.of(new VerifierSettingsBuilder()
                .userPoolId(TokenIssuer.POOL)
                .clientIds(List.of(TokenIssuer.CLIENT))
                .pinnedKeys(file.toString())
                .keySetAddresses(List.of(URI.create("http://127.0.0.1:1/jwks.json")))
                .allowLoopbackHttp(true)
                .verdictCacheSize(cacheSize)
                .build());
        return token -> {
            if (!(verifier.verify(token) instanceof Verification.Accepted accepted)) {
                throw new IllegalStateException();
            }
            if (!accepted.token().hasScope("orders/read")) {
                throw new IllegalStateException();
            }
        };
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
