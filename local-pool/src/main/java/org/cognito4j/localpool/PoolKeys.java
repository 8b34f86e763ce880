package org.cognito4j.localpool;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The two key pairs of a pool.
 *
 * @param forAccessTokens signs access tokens
 * @param forIdTokens signs ID tokens
 */
record PoolKeys(SigningKey forAccessTokens, SigningKey forIdTokens) {
    static PoolKeys generate() {
        return new PoolKeys(SigningKey.generate(), SigningKey.generate());
    }

    ObjectNode keySet() {
        ObjectNode keySet = Json.object();
        keySet.putArray("keys").add(forIdTokens.publicKey()).add(forAccessTokens.publicKey());
        return keySet;
    }
}
