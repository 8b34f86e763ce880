package org.cognito4j.localpool;

import java.util.List;
import java.util.Map;
import org.cognito4j.localpool.token.TokenChanges;
import org.cognito4j.localpool.token.TokenTrigger;

/**
 * Calls a user's trigger for the server.
 *
 * @param trigger the user's
 */
record TriggerAdapter(PreTokenTrigger trigger) implements TokenTrigger {

    @Override
    public TokenChanges onToken(String userPoolId, String clientId, List<String> scopes, Map<String, Object> metadata) {
        TokenOverrides overrides = trigger.onToken(new PreTokenEvent(userPoolId, clientId, scopes, metadata));
        return new TokenChanges(
                overrides.claimsToAddOrOverride(),
                overrides.claimsToSuppress(),
                overrides.scopesToAdd(),
                overrides.scopesToSuppress());
    }
}
