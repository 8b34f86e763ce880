package org.cognito4j;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.KeyPair;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.cognito4j.net.RefreshThread;

/** A user pool for tests: fresh keys, a clock that stands still, no network. Mints tokens and makes their verifiers. */
final class TestPool {

    static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    static final String CLIENT = "7f0c2g1q9v4d8k3s5t6u0h2b1m";
    static final String RESOURCE_SERVER = "https://api.example.com";

    /** Standard base64, as Cognito writes it, with each of its special characters. */
    static final String KEY_ID = "4PQh+BZT/1rUfM7wkVYd0a3cJzNxEoLs9Gb6tHiQy5A=";

    /** Cognito has a second key, for ID tokens. */
    static final String OTHER_KEY_ID = "Zk8s+1nQ/3vXc5bN7mL9kJ1hG3fD5sA7pO9iU1yT3rE=";

    private final UserPool pool;
    private final Map<String, KeyPair> keys = new LinkedHashMap<>();
    private final AtomicInteger fetches = new AtomicInteger();

    /**
     * A pool with two keys of its own.
     *
     * @param id also names the keys: pools of the same id have the same keys
     */
    TestPool(String id) {
        this.pool = UserPool.of(id);
        keys.put(KEY_ID, TestKeys.rsa(id));
        keys.put(OTHER_KEY_ID, TestKeys.rsa(id + " for ID tokens"));
    }

    static TestPool create() {
        return new TestPool("eu-west-1_AbCdEfGhI");
    }

    /** Publishes one key more. */
    TestPool publish(String keyId, KeyPair key) {
        keys.put(keyId, key);
        return this;
    }

    /** Publishes a key no longer. */
    TestPool withdraw(String keyId) {
        keys.remove(keyId);
        return this;
    }

    KeyPair key() {
        return key(KEY_ID);
    }

    KeyPair key(String keyId) {
        return keys.get(keyId);
    }

    RSAPublicKey publicKey() {
        return (RSAPublicKey) key().getPublic();
    }

    String issuer() {
        return pool.issuers().get(0);
    }

    /** How often the key set has been fetched. */
    int fetches() {
        return fetches.get();
    }

    TokenDraft token() {
        return new TokenDraft(KEY_ID, key(), issuer(), CLIENT, NOW);
    }

    /** A token of the same content, signed with another of the published keys. */
    TokenDraft token(String keyId) {
        return new TokenDraft(keyId, key(keyId), issuer(), CLIENT, NOW);
    }

    VerifierSettingsBuilder settings() {
        return new VerifierSettingsBuilder().userPoolId(pool.id()).clientIds(List.of(CLIENT));
    }

    TokenVerifier verifier() {
        return verifier(settings().build());
    }

    TokenVerifier verifier(VerifierSettings settings) {
        return TokenVerifier.of(List.of(settings), InstantSource.fixed(NOW), this::keyRing);
    }

    /** A verifier that trusts this pool and others, each with the settings that it has by default. */
    TokenVerifier verifierWith(TestPool... others) {
        Map<String, TestPool> pools = new LinkedHashMap<>(Map.of(pool.id(), this));
        Arrays.stream(others).forEach(other -> pools.put(other.pool.id(), other));
        return TokenVerifier.of(
                pools.values().stream().map(each -> each.settings().build()).toList(),
                InstantSource.fixed(NOW),
                settings -> pools.get(settings.userPool().id()).keyRing(settings));
    }

    /** A ring that reads this pool's key set in the thread that asks for a key. */
    KeyRing keyRing(VerifierSettings settings) {
        return keyRing(settings, this::fetch, new RunsAtOnce());
    }

    /** A ring whose fetches are the test's own, on whatever thread the test likes. */
    KeyRing keyRing(VerifierSettings settings, Fetch fetch, RefreshThread thread) {
        return new KeyRing(
                pool,
                fetch,
                KeySnapshot.EMPTY,
                new RefreshPolicy(settings.keyTimes(), () -> 0.5),
                thread,
                InstantSource.fixed(NOW),
                () -> 0);
    }

    private KeySetSource.Fetched fetch(Duration timeout) throws KeySetUnavailable {
        return published();
    }

    /** What a fetch brings. */
    KeySetSource.Fetched published() throws KeySetUnavailable {
        fetches.incrementAndGet();
        return new KeySetSource.Fetched(KeySetParser.parse(keySet().getBytes(UTF_8)), Optional.empty());
    }

    /** A source that has nothing to let go of. */
    interface Fetch extends KeySetSource {

        @Override
        default void close() {}
    }

    /** The key set as Cognito publishes it. */
    String keySet() {
        return keys.entrySet().stream()
                .map(key -> jwk(key.getKey(), (RSAPublicKey) key.getValue().getPublic()))
                .collect(Collectors.joining(",", "{\"keys\":[", "]}"));
    }

    static String jwk(String keyId, RSAPublicKey key) {
        return """
                {"alg":"RS256","e":"%s","kid":%s,"kty":"RSA","n":"%s","use":"sig"}""".formatted(
                        TokenDraft.base64(Pkcs1.fixed(key.getPublicExponent(), 0)),
                        TokenDraft.quoted(keyId),
                        TokenDraft.base64(Pkcs1.fixed(key.getModulus(), 0)));
    }

    /** Runs what is due and drops what is planned for later: the clock stands still. */
    static final class RunsAtOnce implements RefreshThread {

        @Override
        public void runAfter(Duration delay, Runnable task) {
            if (delay.isZero()) {
                task.run();
            }
        }

        @Override
        public void close() {}
    }
}
