package org.cognito4j;

import java.time.Duration;
import java.util.Set;

/**
 * What an operator may want to know about the keys of one pool, as it was at one moment. Immutable and thread-safe.
 *
 * @param userPool the pool
 * @param status whether there are keys, and how fresh they are
 * @param keyIds the ids of the keys; empty if there are none
 * @param age how old the keys are: since they were fetched, or since the pinned file was last modified; zero if there
 *     are none
 * @param lastError why the last fetch failed; empty if it did not, or there was none
 * @param nextRefresh the time until they are fetched again; zero if a fetch is under way, or will be with the next
 *     token that needs it
 * @param failedFetches how many fetches have failed since the last one that brought keys
 * @param failingFor the time since the first of these; zero if there was none
 */
public record KeyState(
        UserPool userPool,
        Status status,
        Set<String> keyIds,
        Duration age,
        String lastError,
        Duration nextRefresh,
        int failedFetches,
        Duration failingFor) {

    /**
     * Takes a copy of the key ids.
     *
     * @param userPool the pool
     * @param status whether there are keys, and how fresh they are
     * @param keyIds the ids of the keys
     * @param age how old the keys are
     * @param lastError why the last fetch failed, or an empty text
     * @param nextRefresh the time until they are fetched again
     * @param failedFetches how many fetches have failed since the last one that brought keys
     * @param failingFor the time since the first of these
     */
    public KeyState {
        keyIds = Set.copyOf(keyIds);
    }

    /** How fresh keys are. */
    public enum Status {

        /** None have been had yet, or the verifier is closed: tokens of the pool get {@code Unavailable}. */
        MISSING,

        /** Fetched, and younger than the refresh interval. */
        FRESH,

        /** Fetched, in use, and older than the refresh interval, since newer ones cannot be had. */
        STALE,

        /** From the pinned file, in use until the first fetch. */
        PINNED,

        /** Older than they may become, and no longer in use: tokens of the pool get {@code Unavailable}. */
        EXPIRED;

        /**
         * Whether tokens are verified with the keys.
         *
         * @return true for fresh, stale and pinned ones
         */
        public boolean isInUse() {
            return this == FRESH || this == STALE || this == PINNED;
        }
    }
}
