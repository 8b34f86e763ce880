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
 * @param taken when they were fetched or written
 * @param lifetime how long they may be used
 * @param nextFetch from when on a token has them fetched again, because nothing else did
 */
record KeySnapshot(Map<String, RSAPublicKey> keys, Origin origin, Moment taken, Duration lifetime, Moment nextFetch) {

    static final KeySnapshot EMPTY = new KeySnapshot(Map.of(), Origin.NONE, Moment.EPOCH, Duration.ZERO, Moment.EPOCH);

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
    KeySnapshot replacedBy(Map<String, RSAPublicKey> published, Moment now, Duration ceiling, Duration untilNextFetch) {
        Map<String, RSAPublicKey> next = new HashMap<>(published);
        next.replaceAll((keyId, key) -> key.equals(keys.get(keyId)) ? keys.get(keyId) : key);
        return new KeySnapshot(Map.copyOf(next), Origin.PUBLISHED, now, ceiling, now.plus(untilNextFetch));
    }

    /** The same keys after a fetch that brought none. */
    KeySnapshot keptBeyond(Moment failedFetch, Duration untilNextFetch) {
        return new KeySnapshot(keys, origin, taken, lifetime, failedFetch.plus(untilNextFetch));
    }

    /** No longer once they are exactly as old as they may become. Asked for each token, so nothing is allocated. */
    boolean isUsable(Instant now, long tick) {
        return !keys.isEmpty()
                && tick - taken.tick() < lifetime.toNanos()
                && now.toEpochMilli() - taken.at().toEpochMilli() < lifetime.toMillis();
    }

    /** Whether a fetch should have ended by now, but none did: the machine was suspended, or no thread was there. */
    boolean isDue(Instant now, long tick) {
        return nextFetch.isPast(now, tick);
    }

    /** Whether that fetch has been due for so long that the keys must not be used before one was tried. */
    boolean isOverdue(Instant now, long tick, Duration grace) {
        return nextFetch.plus(grace).isPast(now, tick);
    }

    Duration age(Instant now, long tick) {
        if (origin == Origin.NONE) {
            return Duration.ZERO;
        }
        Duration byWallClock = Duration.between(taken.at(), now);
        Duration byTicks = Duration.ofNanos(tick - taken.tick());
        return byWallClock.compareTo(byTicks) > 0 ? byWallClock : byTicks;
    }

    /**
     * What operators are shown.
     *
     * @param fresh the age up to which published keys are fresh, inclusive
     */
    KeyState.Status status(Instant now, long tick, Duration fresh) {
        boolean usable = isUsable(now, tick);
        return switch (origin) {
            case NONE -> KeyState.Status.MISSING;
            case PINNED -> usable ? KeyState.Status.PINNED : KeyState.Status.EXPIRED;
            case PUBLISHED -> {
                boolean isFresh = age(now, tick).compareTo(fresh) <= 0;
                KeyState.Status inUse = isFresh ? KeyState.Status.FRESH : KeyState.Status.STALE;
                yield usable ? inUse : KeyState.Status.EXPIRED;
            }
        };
    }
}
