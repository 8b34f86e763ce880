package org.cognito4j.client;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.cognito4j.client.TokenAnswer.Granted;
import org.cognito4j.client.TokenAnswer.Pending;
import org.cognito4j.client.TokenStore.StoredToken;
import org.cognito4j.net.Quietly;
import org.jspecify.annotations.Nullable;

/**
 * Takes the fleet's token from a store, or gets it for the fleet. A store that fails is passed over: each node then asks
 * for itself. The {@link CheckedStore} logs it.
 */
final class FleetFetcher implements TokenFetcher {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

    private final String node = UUID.randomUUID().toString();
    private final TokenFetcher endpoint;
    private final TokenStore store;
    private final String key;
    private final Duration lease;
    private final InstantSource clock;
    private @Nullable Instant waitingSince; // used by one thread at a time
    private int looks;

    /**
     * A fetcher that puts the store in front of another one.
     *
     * @param lease longer than the other one ever takes
     */
    FleetFetcher(TokenFetcher endpoint, TokenStore store, String key, Duration lease, InstantSource clock) {
        this.endpoint = endpoint;
        this.store = store;
        this.key = key;
        this.lease = lease;
        this.clock = clock;
    }

    @Override
    public TokenAnswer fetch(@Nullable String refused) {
        boolean mine = false;
        try {
            Optional<TokenAnswer> stored = fresh(refused);
            if (stored.isPresent()) {
                waitingSince = null;
                return stored.get();
            }
            mine = store.claim(key, node, lease);
            if (mine) {
                waitingSince = null;
                // Another node may have been done between the look and the claim.
                stored = fresh(refused);
                if (stored.isPresent()) {
                    store.release(key, node);
                    return stored.get();
                }
            }
        } catch (RuntimeException | Error e) {
            waitingSince = null;
            // With the claim in hand no other node asks until it is released.
            return mine ? forAll(refused) : endpoint.fetch(refused);
        }
        return mine ? forAll(refused) : await(refused);
    }

    /** Another node asks. Its claim ends with the lease, so a store in which it lasts longer is wrong and is passed over. */
    private TokenAnswer await(@Nullable String refused) {
        Instant now = clock.instant();
        if (waitingSince == null || waitingSince.isAfter(now)) {
            waitingSince = now;
            looks = 0;
        }
        looks++;
        boolean over = Duration.between(waitingSince, now).compareTo(lease) > 0
                || BETWEEN_LOOKS.multipliedBy(looks).compareTo(lease.multipliedBy(2)) > 0;
        if (!over) {
            return new Pending(BETWEEN_LOOKS);
        }
        waitingSince = null;
        return endpoint.fetch(refused);
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
        TokenAnswer answer;
        try {
            answer = endpoint.fetch(refused);
        } catch (RuntimeException | Error e) {
            Quietly.run(() -> store.release(key, node));
            throw e;
        }
        if (answer instanceof Granted granted) {
            Instant expiresAt = granted.issuedAt().plus(granted.lifetime());
            Quietly.run(() -> store.write(key, new StoredToken(granted.token(), granted.issuedAt(), expiresAt)));
        }
        Quietly.run(() -> store.release(key, node));
        return answer;
    }
}
