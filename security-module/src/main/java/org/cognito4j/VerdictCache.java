package org.cognito4j;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What one pool's tokens were found to be, by their digests. Only acceptable tokens are remembered, so that junk takes
 * nobody's place; where acceptable ones are more than there is room for, those that come back stay (TinyLFU admission).
 * No verdict is believed before it is asked whether it still stands. Reading takes no lock. Thread-safe.
 */
final class VerdictCache {

    private final int size;
    private final Cache<TokenDigest, Verdict> verdicts;

    /**
     * An empty cache.
     *
     * @param size how many verdicts of ordinary tokens there may be, each of one unit of {@link VerdictWeight}; larger ones
     *     take several units; 0 for none
     */
    VerdictCache(int size) {
        this.size = size;
        // Evicting in the thread that put something in: the common pool belongs to the server, and outlives us.
        this.verdicts = Caffeine.newBuilder()
                .maximumWeight(size)
                .weigher((TokenDigest token, Verdict verdict) -> VerdictWeight.of(verdict))
                .executor(Runnable::run)
                .build();
    }

    boolean isOff() {
        return size == 0;
    }

    /** The verdict that stands now; null if there is none. */
    @Nullable Verdict find(TokenDigest token, KeyRing keys, Instant now) {
        Verdict verdict = verdicts.getIfPresent(token);
        if (verdict == null || (verdict.standsAt(now) && keys.holds(verdict.keyId(), verdict.key(), now))) {
            return verdict;
        }
        // What is dead only makes room. If a clock went back it is judged anew, and so is every other token.
        verdicts.asMap().remove(token, verdict);
        return null;
    }

    void remember(TokenDigest token, Verdict verdict) {
        if (!isOff() && !token.equals(TokenDigest.NONE)) {
            verdicts.put(token, verdict);
        }
    }

    void clear() {
        verdicts.invalidateAll();
    }

    /** How many there are, once evictions are over. */
    long count() {
        verdicts.cleanUp();
        return verdicts.estimatedSize();
    }
}
