package org.cognito4j.client;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.cognito4j.client.TokenAnswer.Granted;
import org.cognito4j.client.TokenAnswer.Pending;
import org.cognito4j.client.TokenStore.StoredToken;
import org.jspecify.annotations.Nullable;

/**
 * Takes the fleet's token from a store, or gets it for the fleet. A store that fails is passed over: each node then asks
 * for itself.
 */
final class SharedIssuer implements TokenIssuer {

    private static final Logger LOG = System.getLogger("org.cognito4j.client");
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

    private final String node = UUID.randomUUID().toString();
    private final TokenIssuer endpoint;
    private final TokenStore store;
    private final String key;
    private final Duration lease;
    private final InstantSource clock;

    /**
     * An issuer before another one.
     *
     * @param lease longer than the other one ever takes
     */
    SharedIssuer(TokenIssuer endpoint, TokenStore store, String key, Duration lease, InstantSource clock) {
        this.endpoint = endpoint;
        this.store = store;
        this.key = key;
        this.lease = lease;
        this.clock = clock;
    }

    @Override
    public TokenAnswer issue(@Nullable String refused) {
        boolean mine = false;
        try {
            Optional<TokenAnswer> stored = fresh(refused);
            if (stored.isPresent()) {
                return stored.get();
            }
            mine = store.claim(key, node, lease);
            if (mine) {
                // Another node may have been done between the look and the claim.
                stored = fresh(refused);
                if (stored.isPresent()) {
                    store.release(key, node);
                    return stored.get();
                }
            }
        } catch (RuntimeException e) {
            warn(e);
            // With the claim in hand nobody else asks until it is released.
            return mine ? forAll(refused) : endpoint.issue(refused);
        }
        return mine ? forAll(refused) : new Pending(BETWEEN_LOOKS);
    }

    /** The stored token, unless it was refused or is due for renewal. */
    private Optional<TokenAnswer> fresh(@Nullable String refused) {
        return store.read(key).filter(stored -> !stored.token().equals(refused)).flatMap(this::ifFresh);
    }

    private Optional<TokenAnswer> ifFresh(StoredToken stored) {
        Duration lifetime = Duration.between(stored.issuedAt(), stored.expiresAt());
        Instant due = stored.issuedAt().plus(RenewalPolicy.earliestRenewal(lifetime));
        return clock.instant().isBefore(due)
                ? Optional.of(new Granted(stored.token(), stored.issuedAt(), lifetime))
                : Optional.empty();
    }

    private TokenAnswer forAll(@Nullable String refused) {
        TokenAnswer answer = endpoint.issue(refused);
        try {
            if (answer instanceof Granted granted) {
                Instant expiresAt = granted.issuedAt().plus(granted.lifetime());
                store.write(key, new StoredToken(granted.token(), granted.issuedAt(), expiresAt));
            }
            store.release(key, node);
        } catch (RuntimeException e) {
            warn(e);
        }
        return answer;
    }

    private static void warn(RuntimeException failure) {
        LOG.log(
                Level.WARNING,
                "The token store failed with {0}; this node asks for itself",
                failure.getClass().getName());
    }
}
