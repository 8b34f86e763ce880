package org.cognito4j.client;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A place where the nodes of a fleet share one token, so that it is renewed once for all of them. Whoever can read the
 * store can act as the app client until the token expires, and whoever can write to it decides which token all nodes
 * send; so no source uses one unless it is told to.
 *
 * <p>Implementations are thread-safe. A method that throws anything, or takes longer than {@link
 * ClientSettingsBuilder#storeTimeout}, is taken as if there were no store. What {@link #read} returns is checked like an answer of the
 * token endpoint: a text that cannot be a token, a life of more than a day, a beginning more than a minute ahead, and a token that names
 * another app client are taken for no token; of the given end and the token's own {@code exp} the earlier one counts,
 * by the clock of the node that reads.
 */
public interface TokenStore {

    /**
     * A token and its life.
     *
     * @param token its text
     * @param issuedAt when it was asked for, by the clock of the node that asked
     * @param expiresAt when it expires
     */
    record StoredToken(String token, Instant issuedAt, Instant expiresAt) {

        /**
         * The token's life without the token.
         *
         * @return when it was issued and expires
         */
        @Override
        public String toString() {
            return "StoredToken[issuedAt=" + issuedAt + ", expiresAt=" + expiresAt + "]";
        }
    }

    /**
     * Reads a token.
     *
     * @param key stands for endpoint, app client, scopes and client metadata
     * @return the token, whether expired or not
     */
    Optional<StoredToken> read(String key);

    /**
     * Keeps a token in place of the one that was there.
     *
     * @param key stands for endpoint, app client, scopes and client metadata
     * @param token what to keep
     */
    void write(String key, StoredToken token);

    /**
     * Lets one node of the fleet ask for a token. Of several nodes that claim the same key at the same time, one wins.
     *
     * @param key stands for endpoint, app client, scopes and client metadata
     * @param node who claims
     * @param lease how long the claim holds if it is not released, because the node died
     * @return true if the caller is the one who asks
     */
    boolean claim(String key, String node, Duration lease);

    /**
     * Ends a claim. Does nothing if the node holds none.
     *
     * @param key what was claimed
     * @param node who claimed it
     */
    void release(String key, String node);
}
