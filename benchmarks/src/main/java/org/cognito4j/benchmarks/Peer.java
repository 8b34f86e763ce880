package org.cognito4j.benchmarks;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** A library that verifies a token with a key that it has in hand, made to check what this library checks. */
interface Peer {

    /** Ends normally for an acceptable token only. */
    void verify(String token) throws Exception;

    /** What none of the libraries knows of Cognito by itself, on claims that it gives. */
    static void requireMachine(Object use, Object client, Object subject, Object scope) {
        if (!"access".equals(use)
                || !TokenIssuer.CLIENT.equals(client)
                || !client.equals(subject)
                || !(scope instanceof String scopes)
                || !List.of(scopes.split(" ", -1)).contains("orders/read")) {
            throw new IllegalStateException("not an acceptable token");
        }
    }

    /** The same, for those that give all claims as a map. */
    static void requireMachine(Map<String, Object> claims) {
        requireMachine(claims.get("token_use"), claims.get("client_id"), claims.get("sub"), claims.get("scope"));
    }

    /** For those that do not look at the issue by themselves. */
    static void requireIssued(Instant issuedAt) {
        if (issuedAt.isAfter(Instant.now().plusSeconds(Peers.SKEW_SECONDS))) {
            throw new IllegalStateException("not issued yet");
        }
    }
}
