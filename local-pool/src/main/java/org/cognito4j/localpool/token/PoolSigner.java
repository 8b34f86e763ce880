package org.cognito4j.localpool.token;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.cognito4j.localpool.pool.RegisteredClient;

/**
 * What every token of a pool has in common.
 *
 * @param poolId the pool
 * @param issuer the value of {@code iss}
 * @param keys the pool's keys
 * @param clock tells when a token is issued
 */
record PoolSigner(String poolId, String issuer, PoolKeys keys, InstantSource clock) {

    String machineToken(
            RegisteredClient client, List<String> scopes, Map<String, Object> metadata, TokenTrigger trigger) {
        Instant now = clock.instant();
        TokenChanges changes = trigger.onToken(poolId, client.id(), scopes, metadata);
        CognitoClaims claims = new CognitoClaims(
                issuer, client.id(), changes.scopes(scopes), now, now.plus(client.accessTokenValidity()));
        ObjectNode members = claims.ofMachine();
        changes.applyTo(members, client.id());
        SigningKey key = keys.forAccessTokens();
        return key.sign(key.header(), members);
    }
}
