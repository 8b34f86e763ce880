package org.cognito4j.localpool.token;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.cognito4j.localpool.json.Json;

/** The keys of a pool: one pair signs access tokens, one ID tokens, and the key set may show more or fewer than these. */
public final class PoolKeys {
    /** What holds at one instant. */
    private record Keys(SigningKey forAccessTokens, SigningKey forIdTokens, List<SigningKey> published) {}

    private volatile Keys keys;

    PoolKeys(SigningKey forAccessTokens, SigningKey forIdTokens) {
        this.keys = new Keys(forAccessTokens, forIdTokens, List.of(forIdTokens, forAccessTokens));
    }

    /** Begins to make fresh key pairs in the background, for somebody who will need them soon. */
    public static void makeAhead() {
        KeyPairStock.prepare();
    }

    /** Fresh keys. */
    public static PoolKeys generate() {
        return new PoolKeys(SigningKey.generate(), SigningKey.generate());
    }

    /**
     * The user's keys.
     *
     * @param file a PKCS#12 file with RSA keys under the aliases {@code access} and {@code id}
     * @param password opens the file and the keys
     * @throws java.io.UncheckedIOException if the file cannot be opened
     * @throws IllegalArgumentException if a key is missing
     */
    public static PoolKeys read(Path file, String password) {
        List<SigningKey> keys = new KeyStoreFile(file, password).read("access", "id");
        return new PoolKeys(keys.get(0), keys.get(1));
    }

    SigningKey forAccessTokens() {
        return keys.forAccessTokens();
    }

    SigningKey forIdTokens() {
        return keys.forIdTokens();
    }

    /** Signs with two fresh pairs from now on; the key set goes on showing the old ones until they are withdrawn. */
    public synchronized void rotate() {
        SigningKey forAccessTokens = SigningKey.generate();
        SigningKey forIdTokens = SigningKey.generate();
        keys = new Keys(
                forAccessTokens,
                forIdTokens,
                Stream.concat(Stream.of(forIdTokens, forAccessTokens), keys.published().stream())
                        .toList());
    }

    /** Shows one more key, with which nothing is signed yet. */
    public synchronized String add() {
        SigningKey added = SigningKey.generate();
        keys = new Keys(
                keys.forAccessTokens(),
                keys.forIdTokens(),
                Stream.concat(keys.published().stream(), Stream.of(added)).toList());
        return added.keyId();
    }

    /**
     * Takes a key out of the key set; if it is one that signs, it goes on signing, so that genuine tokens cannot be
     * verified.
     *
     * @return whether the set had it
     */
    public synchronized boolean withdraw(String keyId) {
        List<SigningKey> left = keys.published().stream()
                .filter(key -> !key.keyId().equals(keyId))
                .toList();
        boolean found = left.size() < keys.published().size();
        keys = new Keys(keys.forAccessTokens(), keys.forIdTokens(), left);
        return found;
    }

    public List<String> publishedKeyIds() {
        return keys.published().stream().map(SigningKey::keyId).toList();
    }

    public ObjectNode keySet() {
        ObjectNode keySet = Json.object();
        ArrayNode shown = keySet.putArray("keys");
        keys.published().forEach(key -> shown.add(key.publicKey()));
        return keySet;
    }
}
