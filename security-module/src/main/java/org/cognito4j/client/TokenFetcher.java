package org.cognito4j.client;

import org.jspecify.annotations.Nullable;

/** The source from which a {@link TokenCache} gets tokens. Called by one thread at a time, on which it may block. */
interface TokenFetcher {

    /**
     * Asks for a token.
     *
     * @param refused the token that an API did not take, if that is why another one is needed
     */
    TokenAnswer fetch(@Nullable String refused);
}
