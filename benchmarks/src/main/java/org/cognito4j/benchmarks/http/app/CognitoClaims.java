package org.cognito4j.benchmarks.http.app;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/** What no library but this one knows of Cognito by itself. */
final class CognitoClaims {

    private static final String CLIENT = "7f0c2g1q9v4d8k3s5t6u0h2b1m";
    private static final int SKEW_SECONDS = 60;

    private CognitoClaims() {}

    /** With the issue, which not all look at by themselves, and a minute of clock skew. */
    static boolean areAcceptable(Instant issuedAt, Function<String, Object> claims) {
        return !issuedAt.isAfter(Instant.now().plusSeconds(SKEW_SECONDS))
                && "access".equals(claims.apply("token_use"))
                && CLIENT.equals(claims.apply("client_id"))
                && CLIENT.equals(claims.apply("sub"))
                && claims.apply("scope") instanceof String scope
                && List.of(scope.split(" ", -1)).contains("orders/read");
    }
}
