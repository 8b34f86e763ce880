package org.cognito4j.localpool.token;

import java.util.Set;
import java.util.regex.Pattern;

/** The claims that Cognito keeps for itself: a pre token generation trigger cannot change them. */
final class ReservedClaims {
    private static final Pattern RESERVED = Pattern.compile("iss|sub|token_use|client_id|exp|iat|nbf|jti|origin_jti"
            + "|auth_time|version|event_id|username|acr|amr|azp|at_hash|nonce|identities|scope|cognito:.*");
    private static final Set<String> NOT_RESERVED = Set.of("cognito:groups", "cognito:roles", "cognito:preferred_role");

    private ReservedClaims() {}

    static boolean contains(String claim) {
        return RESERVED.matcher(claim).matches() && !NOT_RESERVED.contains(claim);
    }
}
