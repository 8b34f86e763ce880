package org.cognito4j;

import java.io.Serializable;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** A view of the token that the current caller has presented: holds none itself, so it cannot be of another caller. */
final class CurrentToken extends AccessToken implements Serializable {

    private static final long serialVersionUID = 1;

    @SuppressWarnings("serial") // serialization fails unless the source is serializable
    private final Supplier<AccessToken> source;

    CurrentToken(Supplier<AccessToken> source) {
        this.source = Objects.requireNonNull(source);
    }

    @Override
    VerifiedToken verified() {
        return source.get().verified();
    }

    @Override
    public UserPool userPool() {
        return verified().userPool();
    }

    @Override
    public String clientId() {
        return verified().clientId();
    }

    @Override
    public Optional<String> clientName() {
        return verified().clientName();
    }

    @Override
    public CallerKind callerKind() {
        return verified().callerKind();
    }

    @Override
    public String subject() {
        return verified().subject();
    }

    @Override
    public Optional<String> username() {
        return verified().username();
    }

    @Override
    public Set<String> scopes() {
        return verified().scopes();
    }

    @Override
    public boolean hasScope(String scope) {
        return verified().hasScope(scope);
    }

    @Override
    public Instant issuedAt() {
        return verified().issuedAt();
    }

    @Override
    public Instant expiresAt() {
        return verified().expiresAt();
    }

    @Override
    public Instant acceptedUntil() {
        return verified().acceptedUntil();
    }

    @Override
    public Optional<String> tokenId() {
        return verified().tokenId();
    }

    @Override
    public Set<String> groups() {
        return verified().groups();
    }

    @Override
    public Map<String, Object> claims() {
        return verified().claims();
    }

    @Override
    Set<String> rolesBy(ScopeRoles mapping) {
        return verified().rolesBy(mapping);
    }

    @Override
    Optional<Instant> notBefore() {
        return verified().notBefore();
    }

    /** For logs and debuggers, which may ask where there is no caller. */
    @Override
    public String toString() {
        try {
            return verified().toString();
        } catch (RuntimeException noCaller) {
            return "AccessToken[no current caller]";
        }
    }
}
