package org.cognito4j;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A verified Cognito access token. Holding one is proof of verification: only {@link TokenVerifier} makes them.
 *
 * <p>Immutable and thread-safe. The signed text is not kept, so that nothing made from this object can be presented
 * as the token. {@link #ofCurrentCaller} makes a view that answers with the token of the current caller.
 */
public abstract sealed class AccessToken {

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
        return new Current(source);
    }

    /**
     * The user pool that issued the token.
     *
     * @return one of the configured pools
     */
    public final UserPool userPool() {
        return verified().userPool;
    }

    /**
     * The app client that the token was issued to, from the {@code client_id} claim.
     *
     * @return one of the configured client ids
     */
    public final String clientId() {
        return verified().claims.text("client_id").orElseThrow();
    }

    /**
     * How people call the app client, as it is set for it by this service: for logs and pages, not for decisions.
     *
     * @return the display name; empty if none is set
     */
    public final Optional<String> clientName() {
        return Optional.ofNullable(verified().clientName);
    }

    /**
     * Whether a machine or a person is calling.
     *
     * @return the kind of caller
     */
    public final CallerKind callerKind() {
        return verified().callerKind;
    }

    /**
     * The subject of the token, from the {@code sub} claim (RFC 7519 section 4.1.2).
     *
     * @return the client id for a machine, the user's opaque id for a person
     */
    public final String subject() {
        return verified().claims.text("sub").orElseThrow();
    }

    /**
     * The name of the person who signed in, from the {@code username} claim.
     *
     * @return the user name; empty for a machine
     */
    public final Optional<String> username() {
        return verified().claims.text("username");
    }

    /**
     * The scopes that were granted, whole as Cognito writes them (RFC 6749 section 3.3): {@code
     * <resource server>/<scope>}.
     *
     * @return an unmodifiable set in the order of the token; empty if none were granted
     */
    public final Set<String> scopes() {
        return verified().scopes;
    }

    /**
     * Whether a scope was granted.
     *
     * @param scope the whole scope, compared exactly and case-sensitively
     * @return true if the token holds it
     */
    public final boolean hasScope(String scope) {
        return scopes().contains(scope);
    }

    /**
     * The roles by a mapping, nearly always the one that the token's pool has.
     *
     * @param derivation works them out where this mapping was not the last one that was asked for
     */
    final Set<String> rolesBy(Object mapping, Function<AccessToken, Set<String>> derivation) {
        return verified().derived(mapping, derivation);
    }

    /**
     * When the token was issued, from the {@code iat} claim (RFC 7519 section 4.1.6).
     *
     * @return the instant, at most the permitted clock skew in the future at the time of verification
     */
    public final Instant issuedAt() {
        return verified().issuedAt;
    }

    /**
     * When the token expires, from the {@code exp} claim (RFC 7519 section 4.1.4). The token is dead at this instant,
     * not only after it.
     *
     * @return the instant, without the permitted clock skew
     */
    public final Instant expiresAt() {
        return verified().expiresAt;
    }

    /**
     * Until when the token is accepted: {@link #expiresAt()} and the permitted clock skew. From this instant on a verifier
     * refuses it. For work that goes on after the request that brought the token.
     *
     * @return the instant
     */
    public final Instant acceptedUntil() {
        Verified token = verified();
        return token.expiresAt.plus(token.clockSkew);
    }

    /** From the {@code nbf} claim (RFC 7519 section 4.1.5), which Cognito does not write by itself. */
    final Optional<Instant> notBefore() {
        return verified().claims.instant("nbf");
    }

    /**
     * The unique id of the token, from the {@code jti} claim (RFC 7519 section 4.1.7): fit for logs and audit trails.
     *
     * @return the id; empty if the token has none
     */
    public final Optional<String> tokenId() {
        return verified().claims.text("jti");
    }

    /**
     * The groups of the person who signed in, from the {@code cognito:groups} claim.
     *
     * @return an unmodifiable set; empty for a machine
     */
    public final Set<String> groups() {
        Verified token = verified();
        return token.callerKind == CallerKind.USER ? token.claims.texts("cognito:groups") : Set.of();
    }

    /**
     * All claims of the token, among them those that a pre token generation trigger added.
     *
     * @return an unmodifiable map in the order of the token; values are {@link String}, {@link Boolean}, {@link Long}
     *     for integers of up to 18 digits, {@link java.math.BigDecimal} for other numbers, unmodifiable {@link java.util.List} and
     *     {@link java.util.Map}, and null for JSON null
     */
    public final Map<String, Object> claims() {
        return verified().claims.values();
    }

    /**
     * The texts that a claim is compared by: a text itself, a number by its digits with an exponent written out, {@code true} or {@code
     * false}, and of an array those of its elements.
     *
     * @param name the claim, compared exactly
     * @return an unmodifiable set; empty for null, an object, and a claim that the token does not have
     */
    public final Set<String> claimTexts(String name) {
        return RequiredClaims.textsOf(verified().claims.values().get(name));
    }

    /**
     * Returns whether a claim holds one of some values, by the rule of {@code cognito.required-claims}.
     *
     * @param name the claim, compared exactly
     * @param values compared exactly with {@link #claimTexts}; if {@code *} is one of them, any value will do but null and an empty text,
     *     array or object
     * @return false if it holds none, or the token does not have it
     */
    public final boolean claimHolds(String name, Collection<String> values) {
        return RequiredClaims.isMet(verified().claims.values().get(name), values);
    }

    /**
     * A description for logs: pool, client and token id, no other claim.
     *
     * @return text that is not the token and holds no secret
     */
    @Override
    public abstract String toString();

    final Claims verifiedClaims() {
        return verified().claims;
    }

    /** The token itself, of which this may be a view. */
    abstract Verified verified();

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

    /** A token that was verified, with its claims. */
    static final class Verified extends AccessToken {

        private final UserPool userPool;
        private final Claims claims;
        private final CallerKind callerKind;
        private final @Nullable String clientName;
        private final Set<String> scopes;
        private final Instant issuedAt;
        private final Instant expiresAt;
        private final Duration clockSkew;

        /** The last answer of the application's checks. Threads that race call the checks twice. */
        private @Nullable RememberedAnswer answer;

        /** Worked out when first asked for: a token is verified once, and asked with each request. Threads that race agree. */
        private @Nullable MappedRoles mappedRoles;

        /** What a mapping makes of the token. */
        private record MappedRoles(Object mapping, Set<String> roles) {}

        Verified(
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

        private Set<String> derived(Object mapping, Function<AccessToken, Set<String>> derivation) {
            MappedRoles known = mappedRoles;
            if (known == null || known.mapping != mapping) {
                known = new MappedRoles(mapping, derivation.apply(this));
                mappedRoles = known;
            }
            return known.roles;
        }

        @Nullable RememberedAnswer answer() {
            return answer;
        }

        void remember(RememberedAnswer latest) {
            answer = latest;
        }

        @Override
        Verified verified() {
            return this;
        }

        @Override
        public String toString() {
            return "AccessToken[pool=" + userPool + ", client=" + clientId() + ", expiresAt=" + expiresAt + "]";
        }
    }

    /** A view of the token that the current caller has presented: holds none itself, so it cannot be of another caller. */
    private static final class Current extends AccessToken implements Serializable {

        private static final long serialVersionUID = 1;

        @SuppressWarnings("serial") // serialization fails unless the source is serializable
        private final Supplier<AccessToken> source;

        Current(Supplier<AccessToken> source) {
            this.source = Objects.requireNonNull(source);
        }

        @Override
        Verified verified() {
            return source.get().verified();
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
}
