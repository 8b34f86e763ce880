package org.cognito4j.client;

import org.jspecify.annotations.Nullable;

/** Where a {@link TokenCache} gets its tokens. Called by one thread at a time, on which it may block. */
interface TokenIssuer {

    /**
     * Asks for a token.
     *
     * @param refused the token that an API did not take, if that is why another one is needed
     */
    TokenAnswer issue(@Nullable String refused);
}
