package org.cognito4j.localpool;

import java.time.Duration;
import java.util.List;
import org.cognito4j.localpool.pool.RegisteredClient;

/**
 * A confidential app client: a machine that may get tokens from the pool with its id and secret.
 *
 * @param name what people call it, unique in a local pool
 * @param clientId its id, 1 to 128 letters, digits, {@code _} and {@code +}
 * @param clientSecret its secret, 24 to 64 letters, digits, {@code _} and {@code +}; in no {@link #toString()} and no log
 * @param allowedScopes the scopes it may ask for, as {@code <resource server>/<scope>}, at most 50; with none it gets no token
 * @param accessTokenValidity how long its tokens live, 5 minutes to 1 day, both inclusive, in whole seconds
 */
public record AppClient(
        String name, String clientId, String clientSecret, List<String> allowedScopes, Duration accessTokenValidity) {

    /** How long tokens live unless the client says otherwise: 1 hour. */
    public static final Duration DEFAULT_ACCESS_TOKEN_VALIDITY = RegisteredClient.DEFAULT_VALIDITY;

    /**
     * Keeps a copy of the scopes; {@link PoolDefinition} applies the rules above.
     *
     * @param name what people call it
     * @param clientId its id
     * @param clientSecret its secret
     * @param allowedScopes the scopes it may ask for
     * @param accessTokenValidity how long its tokens live
     */
    public AppClient {
        allowedScopes = List.copyOf(allowedScopes);
    }

    /**
     * The client without its secret.
     *
     * @return a text for people
     */
    @Override
    public String toString() {
        return "AppClient[name=" + name + ", clientId=" + clientId + "]";
    }
}
