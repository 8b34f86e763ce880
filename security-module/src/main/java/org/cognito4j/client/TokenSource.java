package org.cognito4j.client;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import org.cognito4j.net.DaemonRefreshThread;
import org.cognito4j.net.RefreshThread;

/**
 * Gives an app client its access token, of which there is always one at hand.
 *
 * <p>The first caller causes the first token request and waits for it, together with all who come meanwhile. From then
 * on the token is renewed in the background when 75 to 80 % of its life are over, so nobody waits; while the endpoint is
 * down the old one is given out to its last safe second. Cognito bills every token request and limits them for an
 * account, so make one source for a client and its scopes, share it, and close it at the end. Thread-safe.
 */
public final class TokenSource implements AutoCloseable {

    /** Read, claim and read again, write and release. */
    private static final int STORE_CALLS = 5;

    private final ClientSettings settings;
    private final EndpointFetcher endpoint;
    private final Optional<CheckedStore> store;
    private final DeadlineFetcher fetcher;
    private final TokenCache cache;
    private final WiderSources<TokenSource> wider;

    /**
     * A source that lives by the given time.
     *
     * @param thread where requests are made
     * @param clock the wall clock
     * @param ticker a monotonic clock in nanoseconds
     */
    TokenSource(ClientSettings settings, RefreshThread thread, InstantSource clock, LongSupplier ticker) {
        this.settings = settings;
        this.endpoint = new EndpointFetcher(settings, clock);
        this.store = settings.store()
                .map(shared -> new CheckedStore(shared, settings.clientId(), settings.storeTimeout(), clock));
        this.fetcher = new DeadlineFetcher(fleet(clock), longestRound().plusSeconds(1));
        this.cache = new TokenCache(
                settings.toString(),
                fetcher,
                new RenewalPolicy(() -> ThreadLocalRandom.current().nextDouble()),
                thread,
                clock,
                ticker);
        this.wider =
                new WiderSources<>(settings.scopes(), scopes -> of(settings.withScopes(scopes)), TokenSource::close);
    }

    /**
     * A source of tokens.
     *
     * @param settings which client gets them, and where
     * @return a source that has not asked for anything yet
     */
    public static TokenSource of(ClientSettings settings) {
        return new TokenSource(
                settings,
                new DaemonRefreshThread("cognito4j-token-" + settings.clientId()),
                InstantSource.system(),
                System::nanoTime);
    }

    private TokenFetcher fleet(InstantSource clock) {
        return store.<TokenFetcher>map(
                        shared -> new FleetFetcher(endpoint, shared, StoreKey.of(settings), longestRequests(), clock))
                .orElse(endpoint);
    }

    /** Two requests, one with each secret and what its supplier takes, and a little more. */
    private Duration longestRequests() {
        return settings.timeout().multipliedBy(2).plusSeconds(1);
    }

    /** The same with all calls of the store. */
    private Duration longestRound() {
        Duration calls = settings.storeTimeout().multipliedBy(STORE_CALLS);
        return settings.store().isPresent() ? longestRequests().plus(calls) : longestRequests();
    }

    /**
     * A token that an API can be called with. Waits only if there is none at hand, and then at most twice the timeout of
     * a token request and a second; with a {@link TokenStore}, five times its timeout longer. That holds as well where a supplier of a
     * secret, the store or a log handler hangs.
     *
     * @return the text to put behind {@code Bearer}
     * @throws TokenRequestFailed if there is none and none can be had
     */
    public String token() {
        return cache.known().orElseGet(() -> await(cache.next()));
    }

    /**
     * A token that an API can be called with, without waiting for it.
     *
     * @return the text to put behind {@code Bearer}, or a {@link TokenRequestFailed}. It ends as {@link #token} does, except that a node
     *     of a fleet may wait for another one that asks, at most as long again. What depends on it runs on a thread
     *     of the common pool if there was no token at hand
     */
    public CompletableFuture<String> tokenAsync() {
        return cache.known()
                .map(CompletableFuture::completedFuture)
                .orElseGet(() -> cache.next().thenApplyAsync(HeldToken::text));
    }

    /**
     * The token to repeat a request with, after an API answered 401 to one. Asks for a new token at most once for each
     * token, and once in 30 seconds, so that an API that takes none does not turn into a storm; others get the old one
     * in the meantime.
     *
     * @param refused the token that was sent
     * @return a different token, or empty if there is none to be had and the 401 is final
     */
    public Optional<String> tokenAfter(String refused) {
        try {
            return Optional.of(await(cache.after(refused))).filter(token -> !token.equals(refused));
        } catch (TokenRequestFailed e) {
            return Optional.empty();
        }
    }

    /**
     * The same as {@link #tokenAfter} without waiting.
     *
     * @param refused the token that was sent
     * @return a different token or empty, never a failure
     */
    public CompletableFuture<Optional<String>> tokenAfterAsync(String refused) {
        return cache.after(refused)
                .handleAsync((next, failure) ->
                        Optional.ofNullable(next).map(HeldToken::text).filter(token -> !token.equals(refused)));
    }

    /**
     * A source of tokens with the scopes that an API has asked for, after it answered 403 with {@code insufficient_scope} (RFC 6750 section
     * 3.1). Its tokens have these scopes besides those of this source. Asks for the first of them once, and waits for it as {@link #token}
     * does; the same challenge leads to the same source.
     *
     * <p>What the API names is not asked for if it is of a resource server of which this client asks for no scope, if the tokens have it
     * already, or if the settings name no scopes, as they then have all that the app client may have. To be called for APIs that the
     * tokens are meant for alone.
     *
     * @param challenge the value of {@code WWW-Authenticate}; several such headers joined by commas
     * @return a source that is closed with this one; empty if no other token is to be had, so that the 403 is final
     */
    public Optional<TokenSource> forChallenge(String challenge) {
        return ApiChallenge.of(challenge)
                .filter(ApiChallenge::asksForScopes)
                .flatMap(asked -> wider.with(asked.scopes()))
                .filter(TokenSource::hasToken);
    }

    private boolean hasToken() {
        try {
            return !token().isEmpty();
        } catch (TokenRequestFailed e) {
            return false; // the app client may not have a scope, or the endpoint is down
        }
    }

    /**
     * What this source has done so far.
     *
     * @return a snapshot
     */
    public TokenStatistics statistics() {
        return cache.statistics(endpoint.requests(), endpoint.failures());
    }

    /** Ends the background work and forgets the token. Waits for nothing; calling it again has no effect. */
    @Override
    public void close() {
        wider.close();
        cache.close();
        fetcher.close();
        store.ifPresent(CheckedStore::close);
        endpoint.close();
    }

    /**
     * Client and endpoint, without any secret or token.
     *
     * @return a text for logs
     */
    @Override
    public String toString() {
        return "Tokens of " + settings;
    }

    private String await(CompletableFuture<HeldToken> awaited) {
        try {
            return awaited.get(longestRound().toNanos(), TimeUnit.NANOSECONDS).text();
        } catch (ExecutionException e) {
            // Each caller gets an exception with a stack of its own.
            throw new TokenRequestFailed(
                    e.getCause() instanceof TokenRequestFailed failed ? failed.failure() : TokenFailure.INTERNAL);
        } catch (TimeoutException e) {
            throw new TokenRequestFailed(TokenFailure.NO_ANSWER);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TokenRequestFailed(new TokenFailure("interrupted", true));
        }
    }
}
