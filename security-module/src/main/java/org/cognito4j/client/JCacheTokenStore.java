package org.cognito4j.client;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import javax.cache.Cache;

/**
 * A {@link TokenStore} in a JCache (JSR 107) that all nodes of a fleet see. Tokens stand in it as they are: whoever can
 * read the cache, its backups or its traffic can act as the app client until the token expires, so give it transport
 * encryption, access control and no persistence. The clocks of the nodes have to agree within a few seconds.
 *
 * <p>The cache holds two entries for each source of tokens, a token and the claim to renew it. They may expire in the
 * cache no sooner than after the life of a token; later does no harm. Thread-safe, as caches are.
 */
public final class JCacheTokenStore implements TokenStore {

    private static final String CLAIM = "-claim";
    private static final String SEPARATOR = " ";

    private final Cache<String, String> cache;
    private final InstantSource clock;

    private JCacheTokenStore(Cache<String, String> cache, InstantSource clock) {
        this.cache = cache;
        this.clock = clock;
    }

    /**
     * A store in a cache.
     *
     * @param cache is shared by the fleet, with a strict {@code putIfAbsent} and {@code replace}; stays open
     * @return a store
     */
    public static JCacheTokenStore in(Cache<String, String> cache) {
        return in(cache, InstantSource.system());
    }

    static JCacheTokenStore in(Cache<String, String> cache, InstantSource clock) {
        return new JCacheTokenStore(cache, clock);
    }

    @Override
    public Optional<StoredToken> read(String key) {
        String[] parts = Optional.ofNullable(cache.get(key)).orElse("").split(SEPARATOR);
        try {
            return parts.length == 3
                    ? Optional.of(new StoredToken(parts[2], Instant.parse(parts[0]), Instant.parse(parts[1])))
                    : Optional.empty();
        } catch (DateTimeParseException e) {
            return Optional.empty(); // of another version, to be replaced by ours
        }
    }

    @Override
    public void write(String key, StoredToken token) {
        cache.put(
                key,
                String.join(
                        SEPARATOR,
                        token.issuedAt().toString(),
                        token.expiresAt().toString(),
                        token.token()));
    }

    @Override
    public boolean claim(String key, String node, Duration lease) {
        Instant now = clock.instant();
        String claim = now.plus(lease) + SEPARATOR + node;
        if (cache.putIfAbsent(key + CLAIM, claim)) {
            return true;
        }
        String present = cache.get(key + CLAIM);
        return present != null && !isHeld(present, now) && cache.replace(key + CLAIM, present, claim);
    }

    private static boolean isHeld(String claim, Instant now) {
        try {
            return now.isBefore(Instant.parse(claim.split(SEPARATOR)[0]));
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    @Override
    public void release(String key, String node) {
        String present = cache.get(key + CLAIM);
        if (present != null && present.endsWith(SEPARATOR + node)) {
            cache.remove(key + CLAIM, present);
        }
    }
}
