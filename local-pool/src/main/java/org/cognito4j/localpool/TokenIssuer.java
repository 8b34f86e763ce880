package org.cognito4j.localpool;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/**
 * What every token of a pool has in common.
 *
 * @param issuer the value of {@code iss}
 * @param keys the pool's keys
 * @param clock tells when a token is issued
 */
record TokenIssuer(String issuer, PoolKeys keys, InstantSource clock) {

    String machineToken(AppClient client, List<String> scopes) {
        Instant now = clock.instant();
        Claims claims = new Claims(issuer, client.clientId(), scopes, now, now.plus(client.accessTokenValidity()));
        SigningKey key = keys.forAccessTokens();
        return key.sign(key.header(), claims.ofMachine());
    }
}
