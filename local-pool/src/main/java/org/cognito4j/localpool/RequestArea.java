package org.cognito4j.localpool;

/** A part of the server that can be disturbed on its own. */
enum RequestArea {
    /** The token endpoint. */
    TOKENS,
    /** Key sets and discovery documents. */
    KEYS,
    /** The API of {@code cognito-idp}. */
    CONTROL;

    static RequestArea of(String path) {
        if (path.endsWith(Addresses.TOKEN)) {
            return TOKENS;
        }
        return path.contains(Addresses.DOCUMENTS) ? KEYS : CONTROL;
    }
}
