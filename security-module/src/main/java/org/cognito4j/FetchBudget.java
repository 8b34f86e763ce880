package org.cognito4j;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * What tokens that name unknown keys may cost: a token bucket. Every fetch takes from it, those for an unknown key are
 * made only while something is left. It never holds more than two and earns one every 4.8 seconds, so any minute sees
 * at most 14 fetches, while a key that is published in the midst of a flood is seen within five seconds.
 *
 * <p>A fetch that brings the key it was made for is given back, since nobody but the publisher can cause it: rotations
 * may follow each other as fast as they like. One that does not is remembered for that key, so that a caller who keeps
 * sending the same dead token leaves something for the others. Only fetches are remembered and the bucket limits
 * those, hence the memory never holds more than a handful of kids.
 *
 * <p>Not thread-safe: the {@link KeyRing} guards it.
 */
final class FetchBudget {

    private static final int MOST = 2;
    private static final long EARNED_EVERY = Duration.ofMillis(4_800).toNanos();

    /** About twice what it takes to earn a fetch: one stuck caller leaves every other one. */
    private static final long REMEMBERED_FOR = Duration.ofSeconds(10).toNanos();

    private final Map<String, Long> soughtInVain = new HashMap<>();
    private int left = MOST;
    private long earnedUntil;

    FetchBudget(long now) {
        this.earnedUntil = now;
    }

    /** Whether a fetch may be made for an unknown key; if so it is paid for. */
    boolean pays(String keyId, long now) {
        earn(now);
        soughtInVain.values().removeIf(until -> now - until >= 0);
        if (left == 0 || soughtInVain.containsKey(keyId)) {
            return false;
        }
        left--;
        soughtInVain.put(keyId, now + REMEMBERED_FOR);
        return true;
    }

    /** A fetch is made in any case, and paid for as far as possible. */
    void charge(long now) {
        earn(now);
        left = Math.max(0, left - 1);
    }

    /** The fetch brought the key. */
    void giveBack(String keyId) {
        soughtInVain.remove(keyId);
        left = Math.min(MOST, left + 1);
    }

    /** The fetch failed, which says nothing about the key. */
    void forget(String keyId) {
        soughtInVain.remove(keyId);
    }

    private void earn(long now) {
        long earned = (now - earnedUntil) / EARNED_EVERY;
        left = (int) Math.min(MOST, left + earned);
        earnedUntil = left == MOST ? now : earnedUntil + earned * EARNED_EVERY;
    }
}
