package org.cognito4j;

import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * Keys as they were at one moment. Their age counts by whichever clock went further: a wall clock that was set back
 * does not keep them alive, nor does a monotonic one that stood still while the machine was suspended.
 *
 * @param keys by {@code kid}; empty before there are any
 * @param origin where they come from
 * @param takenAt the moment by the wall clock
 * @param takenTick the moment by the monotonic clock, in nanoseconds
 * @param lifetime how long they may be used
 */
record KeySnapshot(Map<String, RSAPublicKey> keys, Origin origin, Instant takenAt, long takenTick, Duration lifetime) {

    static final KeySnapshot EMPTY = new KeySnapshot(Map.of(), Origin.NONE, Instant.EPOCH, 0, Duration.ZERO);

    /** Where keys come from. */
    enum Origin {
        NONE,
        PINNED,
        PUBLISHED
    }

    /**
     * Keys that were published. One that was so before remains the object that it was: by that, what was verified with it
     * can be told from what another key of the same id was used for.
     */
    KeySnapshot replacedBy(Map<String, RSAPublicKey> published, Instant now, long tick, Duration ceiling) {
        Map<String, RSAPublicKey> next = new HashMap<>(published);
        next.replaceAll((keyId, key) -> key.equals(keys.get(keyId)) ? keys.get(keyId) : key);
        return new KeySnapshot(Map.copyOf(next), Origin.PUBLISHED, now, tick, ceiling);
    }

    /** No longer once they are exactly as old as they may become. */
    boolean isUsable(Instant now, long tick) {
        return !keys.isEmpty() && tick - takenTick < lifetime.toNanos() && now.isBefore(takenAt.plus(lifetime));
    }

    Duration age(Instant now, long tick) {
        if (origin == Origin.NONE) {
            return Duration.ZERO;
        }
        Duration byWallClock = Duration.between(takenAt, now);
        Duration byTicks = Duration.ofNanos(tick - takenTick);
        return byWallClock.compareTo(byTicks) > 0 ? byWallClock : byTicks;
    }
}
