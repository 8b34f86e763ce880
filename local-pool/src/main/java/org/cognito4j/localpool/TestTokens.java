package org.cognito4j.localpool;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.cognito4j.localpool.pool.RandomIds;

/**
 * The tokens that a test of a resource server usually needs, each by its name. What differs from {@link #with} differs in one
 * respect only, so that a refusal has one possible reason.
 *
 * <p>Each call makes another token. Safe for use by several threads.
 */
public final class TestTokens {
    private static final Duration LONG_AGO = Duration.ofHours(3);

    private final Supplier<TokenMint> mints;

    TestTokens(Supplier<TokenMint> mints) {
        this.mints = mints;
    }

    /**
     * A genuine machine token.
     *
     * @param scopes its scopes, all that the client may have if none is named
     * @return the token
     */
    public String with(String... scopes) {
        return scopes.length == 0 ? mint().token() : mint().scopes(scopes).token();
    }

    /**
     * A token that was genuine and has expired an hour ago or more, as every token of Cognito does after a day at most.
     *
     * @param scopes its scopes, all that the client may have if none is named
     * @return the token
     */
    public String expired(String... scopes) {
        Instant issuedAt = Instant.now().minus(LONG_AGO);
        TokenMint mint = mint().issuedAt(issuedAt).expiresAt(issuedAt.plus(Duration.ofMinutes(5)));
        return scopes.length == 0 ? mint.token() : mint.scopes(scopes).token();
    }

    /**
     * A token of another app client of the same pool.
     *
     * @param scopes its scopes, all that the client may have if none is named
     * @return the token
     */
    public String ofWrongClient(String... scopes) {
        TokenMint mint = mint().clientId(RandomIds.clientId());
        return scopes.length == 0 ? mint.token() : mint.scopes(scopes).token();
    }

    /**
     * A token of another pool, signed with a key of this one.
     *
     * @return the token
     */
    public String ofWrongPool() {
        return mint().ofOtherPool().token();
    }

    /**
     * The access token of a person who signed in.
     *
     * @param username the person
     * @param groups the person's groups
     * @return the token
     */
    public String ofUser(String username, String... groups) {
        return mint().asUser(username, groups).token();
    }

    /**
     * The ID token of a person who signed in, which is no access token.
     *
     * @return the token
     */
    public String idToken() {
        return mint().asIdToken("somebody").token();
    }

    /**
     * A token that names a key of the pool and is signed with another.
     *
     * @return the token
     */
    public String forged() {
        return mint().signedByForeignKey().token();
    }

    private TokenMint mint() {
        return mints.get();
    }
}
