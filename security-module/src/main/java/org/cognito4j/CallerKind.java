package org.cognito4j;

/** What stands behind an access token: a machine or a person. */
public enum CallerKind {

    /**
     * An app client calling in its own name (OAuth 2.0 client credentials, RFC 6749 section 4.4). Its token has no
     * {@code username}, and {@code sub} equals {@code client_id}.
     */
    MACHINE,

    /** A person who signed in to the user pool. The token has a {@code username}. */
    USER
}
