package org.cognito4j.localpool;

import java.time.Instant;
import java.util.List;
import org.cognito4j.localpool.token.TokenDraft;
import org.jspecify.annotations.Nullable;

/**
 * Makes a token for the test of a resource server: genuine at first, then as odd as it is told to be.
 *
 * <pre>{@code
 * String good = pool.mint("billing").scopes("orders/read").token();
 * String forged = pool.mint("billing").signedByForeignKey().token();
 * }</pre>
 *
 * <p>The kind of token comes first, then single claims and header members change it in the order of the calls. Not safe for
 * use by several threads.
 */
public final class TokenMint {
    private final TokenDraft draft;

    TokenMint(TokenDraft draft) {
        this.draft = draft;
    }

    /**
     * Carries these scopes instead of all that the client may have; they need not be allowed nor exist.
     *
     * @param scopes scopes as {@code <resource server>/<scope>}
     * @return this mint
     */
    public TokenMint scopes(String... scopes) {
        draft.scopes(List.of(scopes));
        return this;
    }

    /**
     * Names another client, as {@code client_id} and whatever else of the token names it.
     *
     * @param clientId any text, need not be a client of the pool
     * @return this mint
     */
    public TokenMint clientId(String clientId) {
        draft.clientId(clientId);
        return this;
    }

    /**
     * Issues the token at an instant other than now.
     *
     * @param instant used to the second
     * @return this mint
     */
    public TokenMint issuedAt(Instant instant) {
        draft.issuedAt(instant);
        return this;
    }

    /**
     * Lets the token expire at an instant other than its issue plus the validity of the client.
     *
     * @param instant used to the second, may be before the issue
     * @return this mint
     */
    public TokenMint expiresAt(Instant instant) {
        draft.expiresAt(instant);
        return this;
    }

    /**
     * Makes the access token of a person who signed in with the client.
     *
     * @param username the person
     * @param groups the person's groups, none leaves the claim out
     * @return this mint
     */
    public TokenMint asUser(String username, String... groups) {
        draft.asUser(username, List.of(groups));
        return this;
    }

    /**
     * Makes the ID token of a person who signed in with the client, signed with the pool's key for ID tokens.
     *
     * @param username the person
     * @param groups the person's groups, none leaves the claim out
     * @return this mint
     */
    public TokenMint asIdToken(String username, String... groups) {
        draft.asIdToken(username, List.of(groups));
        return this;
    }

    /**
     * Adds or replaces a claim.
     *
     * @param name the claim
     * @param value what Jackson writes as JSON: texts, numbers, collections, maps; {@code null} for JSON's
     * @return this mint
     */
    public TokenMint claim(String name, @Nullable Object value) {
        draft.claim(name, value);
        return this;
    }

    /**
     * Leaves a claim out.
     *
     * @param name the claim
     * @return this mint
     */
    public TokenMint withoutClaim(String name) {
        draft.withoutClaim(name);
        return this;
    }

    /**
     * Adds or replaces a member of the header; the signature stays RS256 whatever the header says.
     *
     * @param name the member
     * @param value as for {@link #claim(String, Object)}
     * @return this mint
     */
    public TokenMint header(String name, @Nullable Object value) {
        draft.header(name, value);
        return this;
    }

    /**
     * Leaves a member of the header out.
     *
     * @param name the member
     * @return this mint
     */
    public TokenMint withoutHeader(String name) {
        draft.withoutHeader(name);
        return this;
    }

    /** Names as its issuer a pool of the same region that does not exist. */
    TokenMint ofOtherPool() {
        draft.ofOtherPool();
        return this;
    }

    /**
     * Signs with a fresh key of nobody under the key id of the pool's own.
     *
     * @return this mint
     */
    public TokenMint signedByForeignKey() {
        draft.signedByForeignKey();
        return this;
    }

    /**
     * Makes the token; each call makes another one, with ids of its own.
     *
     * @return the compact serialization
     */
    public String token() {
        return draft.sign();
    }
}
