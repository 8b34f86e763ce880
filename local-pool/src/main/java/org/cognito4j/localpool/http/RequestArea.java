package org.cognito4j.localpool.http;

import org.cognito4j.localpool.pool.PoolAddresses;

/** A part of the server that can be disturbed on its own. */
public enum RequestArea {
    /** The token endpoint. */
    TOKENS,
    /** Key sets and discovery documents. */
    KEYS,
    /** The API of {@code cognito-idp}. */
    CONTROL;

    static RequestArea of(String path) {
        if (path.endsWith(PoolAddresses.TOKEN)) {
            return TOKENS;
        }
        return path.contains(PoolAddresses.DOCUMENTS) ? KEYS : CONTROL;
    }
}
