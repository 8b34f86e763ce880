package org.cognito4j;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Facts about a token that was rejected although its pool has signed it: whom it was issued to, for logs and audit trails. Holding one is
 * proof that the signature was checked: only {@link TokenVerifier} makes them. It is no proof that the token may be used, and has no
 * method that returns an {@link AccessToken}. Immutable and thread-safe.
 */
public final class SignedFacts {

    private final Claims claims;
    private final UserPool userPool;
    private final Function<String, Optional<String>> names;

    /**
     * Facts of a token whose signature was checked.
     *
     * @param claims its claims
     * @param settings those of the pool whose key has signed it
     */
    SignedFacts(Claims claims, VerifierSettings settings) {
        this(claims, settings.userPool(), settings::clientName);
    }

    private SignedFacts(Claims claims, UserPool userPool, Function<String, Optional<String>> names) {
        this.claims = claims;
        this.userPool = userPool;
        this.names = names;
    }

    /** Facts of a token that is acceptable to the module. */
    static SignedFacts of(AccessToken token) {
        return new SignedFacts(token.verifiedClaims(), token.userPool(), client -> token.clientName());
    }

    /**
     * Returns the user pool whose key has signed the token.
     *
     * @return one of the configured pools
     */
    public UserPool userPool() {
        return userPool;
    }

    /**
     * Returns the app client that the token was issued to: the {@code client_id} claim, or the {@code aud} claim of an ID token.
     *
     * @return the id, which need not be one of the configured ones; empty if the token names none
     */
    public Optional<String> clientId() {
        return claims.text("client_id").or(() -> isIdToken() ? claims.text("aud") : Optional.empty());
    }

    /**
     * Returns how people call the app client, as it is set for it by this service.
     *
     * @return the display name; empty if none is set
     */
    public Optional<String> clientName() {
        return clientId().flatMap(names);
    }

    /**
     * Returns the unique id of the token, from the {@code jti} claim (RFC 7519 section 4.1.7).
     *
     * @return the id; empty if the token has none
     */
    public Optional<String> tokenId() {
        return claims.text("jti");
    }

    /**
     * Returns the name of the person who signed in, from the {@code username} claim, or {@code cognito:username} of an ID token.
     *
     * @return the user name; empty for a machine
     */
    public Optional<String> username() {
        return claims.text("username").or(() -> isIdToken() ? claims.text("cognito:username") : Optional.empty());
    }

    /**
     * Returns the scopes of the {@code scope} claim (RFC 6749 section 3.3), whether or not the claim has the required form.
     *
     * @return an unmodifiable set in the order of the token; empty if there are none
     */
    public Set<String> scopes() {
        Set<String> scopes = new LinkedHashSet<>();
        for (String scope : claims.text("scope").orElse("").split(" ")) {
            if (!scope.isEmpty()) {
                scopes.add(scope);
            }
        }
        return Collections.unmodifiableSet(scopes);
    }

    private boolean isIdToken() {
        return claims.text("token_use").filter("id"::equals).isPresent();
    }

    /**
     * Describes the facts for logs: the pool alone.
     *
     * @return text that is not the token and holds no secret
     */
    @Override
    public String toString() {
        return "SignedFacts[pool=" + userPool() + "]";
    }
}
