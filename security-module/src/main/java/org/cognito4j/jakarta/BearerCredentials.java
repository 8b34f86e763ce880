package org.cognito4j.jakarta;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The grammar of {@code credentials} in RFC 6750 section 2.1: {@code "Bearer" 1*SP b64token}. Read by hand, because a
 * token has hundreds of characters and a regular expression takes longer for them than verification does.
 */
final class BearerCredentials {

    private static final String SCHEME = "Bearer";
    private static final byte[] IN_TOKEN = new byte[128];

    static {
        Arrays.fill(IN_TOKEN, (byte) -1);
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~+/"
                .chars()
                .forEach(c -> IN_TOKEN[c] = 0);
    }

    private BearerCredentials() {}

    /** The token of a header, null if the header is not of that grammar from end to end. */
    static @Nullable String tokenOf(String header) {
        if (!header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return null;
        }
        int start = SCHEME.length();
        while (start < header.length() && header.charAt(start) == ' ') {
            start++;
        }
        int end = header.length();
        while (end > start && header.charAt(end - 1) == '=') {
            end--;
        }
        return start > SCHEME.length() && start < end && isToken(header, start, end) ? header.substring(start) : null;
    }

    private static boolean isToken(String header, int start, int end) {
        // One look at the sign of all values instead of a branch for each character, of which there are hundreds.
        int all = 0;
        for (int i = start; i < end; i++) {
            char c = header.charAt(i);
            all |= c < IN_TOKEN.length ? IN_TOKEN[c] : -1;
        }
        return all == 0;
    }
}
