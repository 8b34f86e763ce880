package org.cognito4j;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A token that was verified, with its claims. */
final class VerifiedToken extends AccessToken {

    private final UserPool userPool;
    private final Claims claims;
    private final CallerKind callerKind;
    private final @Nullable String clientName;
    private final Set<String> scopes;
    private final Instant issuedAt;
    private final Instant expiresAt;
    private final Duration clockSkew;

    /** Worked out when first asked for: a token is verified once, and asked with each request. Threads that race agree. */
    private @Nullable MappedRoles mappedRoles;

    /** What a mapping makes of the token. */
    private record MappedRoles(ScopeRoles mapping, Set<String> roles) {}

    VerifiedToken(
            UserPool userPool,
            Claims claims,
            CallerKind callerKind,
            Optional<String> clientName,
            Set<String> scopes,
            Instant issuedAt,
            Instant expiresAt,
            Duration clockSkew) {
        this.userPool = userPool;
        this.claims = claims;
        this.callerKind = callerKind;
        this.clientName = clientName.orElse(null);
        this.scopes = scopes;
        this.issuedAt = issuedAt;
        this.expiresAt = expiresAt;
        this.clockSkew = clockSkew;
    }

    @Override
    public UserPool userPool() {
        return userPool;
    }

    @Override
    public String clientId() {
        return claims.text("client_id").orElseThrow();
    }

    @Override
    public Optional<String> clientName() {
        return Optional.ofNullable(clientName);
    }

    @Override
    public CallerKind callerKind() {
        return callerKind;
    }

    @Override
    public String subject() {
        return claims.text("sub").orElseThrow();
    }

    @Override
    public Optional<String> username() {
        return claims.text("username");
    }

    @Override
    public Set<String> scopes() {
        return scopes;
    }

    @Override
    public boolean hasScope(String scope) {
        return scopes.contains(scope);
    }

    @Override
    public Instant issuedAt() {
        return issuedAt;
    }

    @Override
    public Instant expiresAt() {
        return expiresAt;
    }

    @Override
    public Instant acceptedUntil() {
        return expiresAt.plus(clockSkew);
    }

    @Override
    public Optional<String> tokenId() {
        return claims.text("jti");
    }

    @Override
    public Set<String> groups() {
        return callerKind == CallerKind.USER ? claims.texts("cognito:groups") : Set.of();
    }

    @Override
    public Map<String, Object> claims() {
        return claims.values();
    }

    @Override
    Set<String> rolesBy(ScopeRoles mapping) {
        MappedRoles known = mappedRoles;
        if (known == null || known.mapping != mapping) {
            known = new MappedRoles(mapping, mapping.derive(this));
            mappedRoles = known;
        }
        return known.roles;
    }

    @Override
    Optional<Instant> notBefore() {
        return claims.instant("nbf");
    }

    @Override
    VerifiedToken verified() {
        return this;
    }

    @Override
    public String toString() {
        return "AccessToken[pool=" + userPool + ", client=" + clientId() + ", expiresAt=" + expiresAt + "]";
    }
}
