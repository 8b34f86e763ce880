package org.cognito4j;

import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Estimates the memory of a remembered verdict, in units of 2 KiB: an ordinary token of a machine takes one. Errs upwards, so
 * that a cache of so many units never takes more memory than they stand for.
 */
final class VerdictWeight {

    /** The bytes of one unit. */
    static final int UNIT = 2_048;

    /** Verdict, token, digest, times, and what the cache itself needs for an entry. */
    private static final long FIXED = 528;

    private static final int TEXT = 24 + 16 + 8;
    private static final int WHOLE_NUMBER = 24;
    private static final int BIG_NUMBER = 200;
    private static final int COLLECTION = 96;
    private static final int ELEMENT = 8;
    private static final int MAP_ENTRY = 64;

    private VerdictWeight() {}

    /** At least one unit. */
    static int of(Verdict verdict) {
        long bytes = bytes(verdict.outcome().token());
        return (int) Math.min(Integer.MAX_VALUE, (bytes + UNIT - 1) / UNIT);
    }

    static long bytes(AccessToken token) {
        // The scopes twice: the roles that are derived from them are kept, too.
        return FIXED + bytesOf(token.claims()) + 2 * bytesOf(token.scopes());
    }

    private static long bytesOf(@Nullable Object value) {
        if (value instanceof String text) {
            return TEXT + (long) text.length() * (isLatin1(text) ? 1 : 2);
        }
        if (value instanceof Map<?, ?> map) {
            long bytes = COLLECTION;
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                bytes += bytesOf(entry.getValue());
                bytes += ClaimSharing.isWellKnown(entry.getKey()) ? ELEMENT : MAP_ENTRY + bytesOf(entry.getKey());
            }
            return bytes;
        }
        if (value instanceof Collection<?> collection) {
            long bytes = COLLECTION;
            for (Object element : collection) {
                bytes += ELEMENT + bytesOf(element);
            }
            return bytes;
        }
        if (value instanceof Long) {
            return WHOLE_NUMBER;
        }
        return value instanceof Number ? BIG_NUMBER : 0;
    }

    private static boolean isLatin1(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 0xFF) {
                return false;
            }
        }
        return true;
    }
}
