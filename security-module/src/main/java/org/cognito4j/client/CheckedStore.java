package org.cognito4j.client;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.cognito4j.net.BoundedCalls;
import org.cognito4j.net.QuietLog;
import org.jspecify.annotations.Nullable;

/**
 * A store that is not trusted: each call has a deadline, what it throws is one kind of exception, and what it hands back is checked like
 * an answer of the endpoint. A stored token that fails the check is treated as if there were none, and so replaced.
 */
final class CheckedStore implements TokenStore, AutoCloseable {

    private static final Logger LOG = QuietLog.of("org.cognito4j.client");
    private static final Duration LONGEST_LINE = Duration.ofSeconds(1);

    /** What the clocks of two nodes may differ by. */
    private static final Duration SKEW = Duration.ofMinutes(1);

    private final TokenStore store;
    private final String clientId;
    private final Duration deadline;
    private final InstantSource clock;
    private final BoundedCalls calls = new BoundedCalls("cognito4j-token-store");
    private final BoundedCalls logCalls = new BoundedCalls("cognito4j-token-log");

    /**
     * A store before another one.
     *
     * @param clientId the app client whose tokens it may hold
     * @param deadline of each call
     */
    CheckedStore(TokenStore store, String clientId, Duration deadline, InstantSource clock) {
        this.store = store;
        this.clientId = clientId;
        this.deadline = deadline;
        this.clock = clock;
    }

    /** The store failed. Says so without a word of the store's. */
    private static final class StoreFailed extends RuntimeException {

        private static final long serialVersionUID = 1;

        StoreFailed() {
            super("the token store failed", null, false, false);
        }
    }

    @Override
    public Optional<StoredToken> read(String key) {
        Optional<StoredToken> stored = call(() -> store.read(key));
        if (stored == null || stored.isEmpty()) {
            return Optional.empty();
        }
        StoredToken found = stored.get();
        String fault = fault(found);
        if (!fault.isEmpty()) {
            log("The token store holds {0}; it is replaced by a new token", fault);
            return Optional.empty();
        }
        return Optional.of(new StoredToken(found.token(), found.issuedAt(), end(found)));
    }

    @Override
    public void write(String key, StoredToken token) {
        call(() -> {
            store.write(key, token);
            return true;
        });
    }

    @Override
    public boolean claim(String key, String node, Duration lease) {
        return call(() -> store.claim(key, node, lease));
    }

    @Override
    public void release(String key, String node) {
        call(() -> {
            store.release(key, node);
            return true;
        });
    }

    @Override
    public void close() {
        calls.close();
        logCalls.close();
    }

    private <T> T call(Callable<T> call) {
        try {
            return calls.call(call, deadline);
        } catch (BoundedCalls.Failed e) {
            log("The token store failed with {0}; this node asks for itself", e.getMessage());
            throw new StoreFailed();
        }
    }

    /** What is wrong with a stored token; an empty text if nothing is. */
    private String fault(@Nullable StoredToken stored) {
        if (stored == null || stored.token() == null || stored.issuedAt() == null || stored.expiresAt() == null) {
            return "an incomplete token";
        }
        if (!TokenClaims.isBearerToken(stored.token())) {
            return "a text that is no token";
        }
        if (!TokenClaims.of(stored.token()).mayBeOf(clientId)) {
            return "a token of another app client";
        }
        if (stored.issuedAt().isAfter(clock.instant().plus(SKEW))) {
            return "a token of the future";
        }
        if (stored.expiresAt().isAfter(stored.issuedAt().plus(AnswerReader.MAX_LIFETIME))) {
            return "a token that lives longer than " + AnswerReader.MAX_LIFETIME;
        }
        return "";
    }

    /** By the store or by the token itself, whichever is earlier. */
    private static Instant end(StoredToken stored) {
        return TokenClaims.of(stored.token())
                .expiresAt()
                .filter(stored.expiresAt()::isAfter)
                .orElse(stored.expiresAt());
    }

    private void log(String message, String detail) {
        logCalls.tell(() -> LOG.log(Level.WARNING, message, detail), LONGEST_LINE);
    }
}
