package org.cognito4j;

/** Verified tokens for the tests of other packages, of the pool {@link #POOL}. */
public final class GenuineTokens {

    public static final String POOL = "eu-west-1_AbCdEfGhI";
    public static final String CLIENT = TestPool.CLIENT;

    private GenuineTokens() {}

    public static AccessToken holding(String... scopes) {
        TestPool pool = new TestPool(POOL);
        Verification verification = pool.verifier()
                .verify(pool.token()
                        .claimText("scope", String.join(" ", scopes))
                        .mint());
        return ((Verification.Accepted) verification).token();
    }
}
