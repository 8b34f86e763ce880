package org.cognito4j.localpool.pool;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.List;

/**
 * One of the up to two secrets of an app client.
 *
 * @param id {@code <client id>--<creation in epoch milliseconds>}
 * @param value the secret itself; in no {@link #toString()}
 * @param createdAt in epoch milliseconds
 */
public record ClientSecret(String id, String value, long createdAt) {

    /** A secret with an id that none of the client's others has. */
    public static ClientSecret of(String clientId, String value, Instant now, List<ClientSecret> others) {
        long createdAt = now.toEpochMilli();
        for (ClientSecret other : others) {
            createdAt = Math.max(createdAt, other.createdAt + 1);
        }
        return new ClientSecret(clientId + "--" + createdAt, value, createdAt);
    }

    /** Compares in a time that does not depend on where the two differ. */
    boolean is(String presented) {
        return MessageDigest.isEqual(bytes(value), bytes(presented));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "ClientSecret[id=" + id + "]";
    }
}
