package org.cognito4j.jakarta.monitor;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.atomic.LongAdder;
import org.cognito4j.AccessToken;
import org.cognito4j.net.QuietLog;
import org.cognito4j.net.VisibleText;

/**
 * Counts the different tokens of one app client, and warns once where the client asks for a new one on nearly each call: Amazon bills each
 * token. Knows tokens by the hash of their id and keeps the last {@value #KEPT}. Thread-safe.
 */
final class TokenReuse {

    private static final Logger LOG = QuietLog.of("org.cognito4j");
    private static final int KEPT = 256;

    /** How many new tokens are looked at together. */
    private static final int SAMPLE = 100;

    /** The most calls in which so many new tokens are a waste: nine in ten. */
    private static final int CALLS = 111;

    private final String client;
    private final LongAdder count = new LongAdder();
    private final long[] lastHashes = new long[KEPT];
    private int used;
    private int next;
    private int inSample;
    private long acceptedBefore;
    private boolean isWarned;

    /**
     * Has seen no token.
     *
     * @param client how people call the client
     * @param isOneClient whether there is something to warn of
     */
    TokenReuse(String client, boolean isOneClient) {
        this.client = client;
        this.isWarned = !isOneClient;
    }

    /**
     * A token was accepted after its signature was checked.
     *
     * @param accepted how many requests of the client were accepted so far
     */
    void verified(AccessToken token, long accepted) {
        if (isNew(hash(token)) && isWaste(accepted)) {
            LOG.log(
                    Level.WARNING,
                    "The app client " + VisibleText.quoted(client) + " sent " + SAMPLE + " new tokens in " + CALLS
                            + " calls or fewer. Amazon bills each token: make the client keep its token until shortly before it"
                            + " expires. This is logged once");
        }
    }

    long count() {
        return count.sum();
    }

    private static long hash(AccessToken token) {
        String id = token.tokenId().orElse("");
        long hash = token.issuedAt().getEpochSecond();
        for (int i = 0; i < id.length(); i++) {
            hash = 31 * hash + id.charAt(i);
        }
        return hash;
    }

    private synchronized boolean isNew(long hash) {
        for (int i = 0; i < used; i++) {
            if (lastHashes[i] == hash) {
                return false;
            }
        }
        lastHashes[next] = hash;
        next = (next + 1) % KEPT;
        used = Math.max(used, next == 0 ? KEPT : next);
        count.increment();
        return true;
    }

    private synchronized boolean isWaste(long accepted) {
        if (++inSample < SAMPLE) {
            return false;
        }
        boolean isWaste = accepted - acceptedBefore <= CALLS;
        inSample = 0;
        acceptedBefore = accepted;
        boolean isFirst = isWaste && !isWarned;
        isWarned = isWarned || isWaste;
        return isFirst;
    }
}
