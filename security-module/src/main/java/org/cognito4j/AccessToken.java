package org.cognito4j;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A verified Cognito access token. Holding one is proof of verification: only {@link TokenVerifier} makes them.
 *
 * <p>Immutable and thread-safe. The signed text is not kept, so that nothing made from this object can be presented
 * as the token. {@link #ofCurrentCaller} makes a view that answers with the token of the current caller.
 */
public abstract sealed class AccessToken permits VerifiedToken, CurrentToken {

    AccessToken() {}

    /**
     * A view of the token of the current caller, for objects that live longer than one request. Each method first gets the
     * token from the source, so the view never answers with the token of an earlier caller; what the source throws is
     * thrown by every method except {@link #toString()}. Serializable if the source is.
     *
     * @param source supplies the token of the current caller, or throws if there is none
     * @return the view
     */
    public static AccessToken ofCurrentCaller(Supplier<AccessToken> source) {
        return new CurrentToken(source);
    }

    /**
     * The user pool that issued the token.
     *
     * @return one of the configured pools
     */
    public abstract UserPool userPool();

    /**
     * The app client that the token was issued to, from the {@code client_id} claim.
     *
     * @return one of the configured client ids
     */
    public abstract String clientId();

    /**
     * How people call the app client, as it is set for it by this service: for logs and pages, not for decisions.
     *
     * @return the display name; empty if none is set
     */
    public abstract Optional<String> clientName();

    /**
     * Whether a machine or a person is calling.
     *
     * @return the kind of caller
     */
    public abstract CallerKind callerKind();

    /**
     * The subject of the token, from the {@code sub} claim (RFC 7519 section 4.1.2).
     *
     * @return the client id for a machine, the user's opaque id for a person
     */
    public abstract String subject();

    /**
     * The name of the person who signed in, from the {@code username} claim.
     *
     * @return the user name; empty for a machine
     */
    public abstract Optional<String> username();

    /**
     * The scopes that were granted, whole as Cognito writes them (RFC 6749 section 3.3): {@code
     * <resource server>/<scope>}.
     *
     * @return an unmodifiable set in the order of the token; empty if none were granted
     */
    public abstract Set<String> scopes();

    /**
     * Whether a scope was granted.
     *
     * @param scope the whole scope, compared exactly and case-sensitively
     * @return true if the token holds it
     */
    public abstract boolean hasScope(String scope);

    /** The roles by a mapping, nearly always the one that the token's pool has. */
    abstract Set<String> rolesBy(ScopeRoles mapping);

    /**
     * When the token was issued, from the {@code iat} claim (RFC 7519 section 4.1.6).
     *
     * @return the instant, at most the permitted clock skew in the future at the time of verification
     */
    public abstract Instant issuedAt();

    /**
     * When the token expires, from the {@code exp} claim (RFC 7519 section 4.1.4). The token is dead at this instant,
     * not only after it.
     *
     * @return the instant, without the permitted clock skew
     */
    public abstract Instant expiresAt();

    /**
     * Until when the token is accepted: {@link #expiresAt()} and the permitted clock skew. From this instant on a verifier
     * refuses it. For work that goes on after the request that brought the token.
     *
     * @return the instant
     */
    public abstract Instant acceptedUntil();

    /** From the {@code nbf} claim (RFC 7519 section 4.1.5), which Cognito does not write by itself. */
    abstract Optional<Instant> notBefore();

    /**
     * The unique id of the token, from the {@code jti} claim (RFC 7519 section 4.1.7): fit for logs and audit trails.
     *
     * @return the id; empty if the token has none
     */
    public abstract Optional<String> tokenId();

    /**
     * The groups of the person who signed in, from the {@code cognito:groups} claim.
     *
     * @return an unmodifiable set; empty for a machine
     */
    public abstract Set<String> groups();

    /**
     * All claims of the token, among them those that a pre token generation trigger added.
     *
     * @return an unmodifiable map in the order of the token; values are {@link String}, {@link Boolean}, {@link Long}
     *     for integers of up to 18 digits, {@link java.math.BigDecimal} for other numbers, unmodifiable {@link java.util.List} and
     *     {@link java.util.Map}, and null for JSON null
     */
    public abstract Map<String, Object> claims();

    /**
     * A description for logs: pool, client and token id, no other claim.
     *
     * @return text that is not the token and holds no secret
     */
    @Override
    public abstract String toString();

    /** The token itself, of which this may be a view. */
    abstract VerifiedToken verified();

    /**
     * Whether both are the same verified token. A view for which there is no token throws what it throws for all
     * questions.
     *
     * @param other another object
     * @return true if it is this token or a view of it
     */
    @Override
    public final boolean equals(@Nullable Object other) {
        return this == other || other instanceof AccessToken token && token.verified() == verified();
    }

    @Override
    public final int hashCode() {
        return System.identityHashCode(verified());
    }
}
