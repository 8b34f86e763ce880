package org.cognito4j;

import java.time.Instant;
import java.util.Map;

/** Tokens and keys for the tests of other packages, of the pool {@link #POOL}. */
public final class GenuineTokens {

    public static final String POOL = "eu-west-1_AbCdEfGhI";
    public static final String CLIENT = TestPool.CLIENT;

    public static final Instant NOW = TestPool.NOW;

    /** Keys take long to make. */
    private static final TestPool SHARED = new TestPool(POOL);

    private static final TokenVerifier VERIFIER = SHARED.verifier();

    private GenuineTokens() {}

    /** A token's text, with some claims set to JSON texts. */
    public static String text(Map<String, String> claims) {
        TokenDraft draft = new TestPool(POOL).token();
        claims.forEach(draft::claim);
        return draft.mint();
    }

    /** A verifier that accepts the tokens here, by the clock of {@link #NOW}. */
    public static TokenVerifier verifier() {
        return SHARED.verifier();
    }

    /** What the pool publishes. */
    public static String keySet() {
        return new TestPool(POOL).keySet();
    }

    public static AccessToken holding(String... scopes) {
        TestPool pool = new TestPool(POOL);
        Verification verification = pool.verifier()
                .verify(pool.token()
                        .claimText("scope", String.join(" ", scopes))
                        .mint());
        return ((Verification.Accepted) verification).token();
    }

    /** A token with some claims set to JSON texts. */
    public static AccessToken with(Map<String, String> claims) {
        TokenDraft draft = SHARED.token();
        claims.forEach(draft::claim);
        return ((Verification.Accepted) SHARED.verifier().verify(draft.mint())).token();
    }

    /** A token with a {@code jti}. */
    public static AccessToken withId(String id) {
        Verification verification =
                VERIFIER.verify(SHARED.token().claimText("jti", id).mint());
        return ((Verification.Accepted) verification).token();
    }

    /** A token that expires at some second of the day after {@link #NOW}. */
    public static AccessToken expiringAt(Instant expiry) {
        TestPool pool = SHARED;
        Verification verification = pool.verifier()
                .verify(pool.token()
                        .claim("exp", Long.toString(expiry.getEpochSecond()))
                        .mint());
        return ((Verification.Accepted) verification).token();
    }
}
