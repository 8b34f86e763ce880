package org.cognito4j.localpool;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The rules under which a pre token generation trigger changes a machine's token. */
final class TokenTrigger {
    private static final Pattern RESERVED = Pattern.compile("iss|sub|token_use|client_id|exp|iat|nbf|jti|origin_jti"
            + "|auth_time|version|event_id|username|acr|amr|azp|at_hash|nonce|identities|scope|cognito:.*");
    private static final Set<String> NOT_RESERVED = Set.of("cognito:groups", "cognito:roles", "cognito:preferred_role");

    private volatile PreTokenTrigger trigger;

    TokenTrigger(PreTokenTrigger trigger) {
        this.trigger = trigger;
    }

    void replace(PreTokenTrigger other) {
        this.trigger = other;
    }

    TokenOverrides overrides(String poolId, String clientId, List<String> scopes, Map<String, Object> metadata) {
        return trigger.onToken(new PreTokenEvent(poolId, clientId, scopes, metadata));
    }

    /** Cognito keeps its own claims; {@code aud} may be added only if it names the client. */
    static void apply(TokenOverrides overrides, ObjectNode claims, String clientId) {
        overrides.claimsToSuppress().stream().filter(TokenTrigger::isFree).forEach(claims::remove);
        overrides.claimsToAddOrOverride().forEach((name, value) -> {
            if (isFree(name) && (!name.equals("aud") || clientId.equals(value))) {
                claims.set(name, Json.value(value));
            }
        });
    }

    private static boolean isFree(String claim) {
        return NOT_RESERVED.contains(claim) || !RESERVED.matcher(claim).matches();
    }
}
