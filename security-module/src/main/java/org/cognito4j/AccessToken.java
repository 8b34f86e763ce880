package org.cognito4j;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A verified Cognito access token. Holding one is proof of verification: only {@link TokenVerifier} makes them.
 *
 * <p>Immutable and thread-safe. The signed text is not kept, so that nothing made from this object can be presented
 * as the token.
 */
public final class AccessToken {

    private final UserPool userPool;
    private final Claims claims;
    private final CallerKind callerKind;
    private final @Nullable String clientName;
    private final Set<String> scopes;
    private final Instant issuedAt;
    private final Instant expiresAt;

    /** Worked out when first asked for: a token is verified once, and asked with each request. Threads that race agree. */
    private @Nullable MappedRoles mappedRoles;

    /** What a mapping makes of the token. */
    private record MappedRoles(ScopeRoles mapping, Set<String> roles) {}

    AccessToken(
            UserPool userPool,
            Claims claims,
            CallerKind callerKind,
            Optional<String> clientName,
            Set<String> scopes,
            Instant issuedAt,
            Instant expiresAt) {
        this.userPool = userPool;
        this.claims = claims;
        this.callerKind = callerKind;
        this.clientName = clientName.orElse(null);
        this.scopes = scopes;
        this.issuedAt = issuedAt;
        this.expiresAt = expiresAt;
    }

    /**
     * The user pool that issued the token.
     *
     * @return one of the configured pools
     */
    public UserPool userPool() {
        return userPool;
    }

    /**
     * The app client that the token was issued to, from the {@code client_id} claim.
     *
     * @return one of the configured client ids
     */
    public String clientId() {
        return claims.text("client_id").orElseThrow();
    }

    /**
     * How people call the app client, as it is set for it by this service: for logs and pages, not for decisions.
     *
     * @return the display name; empty if none is set
     */
    public Optional<String> clientName() {
        return Optional.ofNullable(clientName);
    }

    /**
     * Whether a machine or a person is calling.
     *
     * @return the kind of caller
     */
    public CallerKind callerKind() {
        return callerKind;
    }

    /**
     * The subject of the token, from the {@code sub} claim (RFC 7519 section 4.1.2).
     *
     * @return the client id for a machine, the user's opaque id for a person
     */
    public String subject() {
        return claims.text("sub").orElseThrow();
    }

    /**
     * The name of the person who signed in, from the {@code username} claim.
     *
     * @return the user name; empty for a machine
     */
    public Optional<String> username() {
        return claims.text("username");
    }

    /**
     * The scopes that were granted, whole as Cognito writes them (RFC 6749 section 3.3): {@code
     * <resource server>/<scope>}.
     *
     * @return an unmodifiable set in the order of the token; empty if none were granted
     */
    public Set<String> scopes() {
        return scopes;
    }

    /**
     * Whether a scope was granted.
     *
     * @param scope the whole scope, compared exactly and case-sensitively
     * @return true if the token holds it
     */
    public boolean hasScope(String scope) {
        return scopes.contains(scope);
    }

    /** The roles by a mapping, nearly always the one that the token's pool has. */
    Set<String> rolesBy(ScopeRoles mapping) {
        MappedRoles known = mappedRoles;
        if (known == null || known.mapping != mapping) {
            known = new MappedRoles(mapping, mapping.derive(this));
            mappedRoles = known;
        }
        return known.roles;
    }

    /**
     * When the token was issued, from the {@code iat} claim (RFC 7519 section 4.1.6).
     *
     * @return the instant, at most the permitted clock skew in the future at the time of verification
     */
    public Instant issuedAt() {
        return issuedAt;
    }

    /**
     * When the token expires, from the {@code exp} claim (RFC 7519 section 4.1.4). The token is dead at this instant,
     * not only after it.
     *
     * @return the instant, without the permitted clock skew
     */
    public Instant expiresAt() {
        return expiresAt;
    }

    /** From the {@code nbf} claim (RFC 7519 section 4.1.5), which Cognito does not write by itself. */
    Optional<Instant> notBefore() {
        return claims.instant("nbf");
    }

    /**
     * The unique id of the token, from the {@code jti} claim (RFC 7519 section 4.1.7): fit for logs and audit trails.
     *
     * @return the id; empty if the token has none
     */
    public Optional<String> tokenId() {
        return claims.text("jti");
    }

    /**
     * The groups of the person who signed in, from the {@code cognito:groups} claim.
     *
     * @return an unmodifiable set; empty for a machine
     */
    public Set<String> groups() {
        return callerKind == CallerKind.USER ? claims.texts("cognito:groups") : Set.of();
    }

    /**
     * All claims of the token, among them those that a pre token generation trigger added.
     *
     * @return an unmodifiable map in the order of the token; values are {@link String}, {@link Boolean}, {@link Long}
     *     for integers of up to 18 digits, {@link java.math.BigDecimal} for other numbers, unmodifiable {@link java.util.List} and
     *     {@link java.util.Map}, and null for JSON null
     */
    public Map<String, Object> claims() {
        return claims.values();
    }

    /**
     * A description for logs: pool, client and token id, no other claim.
     *
     * @return text that is not the token and holds no secret
     */
    @Override
    public String toString() {
        return "AccessToken[pool=" + userPool + ", client=" + clientId() + ", expiresAt=" + expiresAt + "]";
    }
}
