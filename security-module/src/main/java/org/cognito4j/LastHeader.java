package org.cognito4j;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The header of the last token that was accepted. A pool writes the same bytes into each token for as long as it signs with
 * the same key, and what they say depends on nothing else: so they are read once. Thread-safe.
 */
final class LastHeader {

    private volatile @Nullable Known known;

    private record Known(byte[] json, JoseHeader header) {}

    JoseHeader parse(byte[] json) throws TokenRejected {
        Known last = known;
        return last != null && Arrays.equals(last.json(), json) ? last.header() : JoseHeader.parse(json);
    }

    /** Of a token that was accepted: those that are refused may bring along anything. */
    void remember(byte[] json, JoseHeader header) {
        Known last = known;
        if (last == null || last.header() != header) {
            known = new Known(json, header);
        }
    }
}
