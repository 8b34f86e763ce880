package org.cognito4j;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Lets the accepted tokens of one pool share what is equal in them, since they are remembered in thousands: the names of the
 * claims, the issuer, the client id that is the subject too. Thread-safe.
 */
final class ClaimSharing {

    /** The sequences of names that were seen last: one for each kind of app client, nearly always the same few. */
    private static final int SEQUENCES = 8;

    /** Claims of tokens for machines, as Cognito writes them. */
    private static final Set<String> WELL_KNOWN = Set.of(
            "sub",
            "token_use",
            "scope",
            "auth_time",
            "iss",
            "exp",
            "iat",
            "version",
            "jti",
            "client_id",
            "username",
            "aud");

    private final Set<String> issuers;
    private volatile String[][] sequences = {};

    ClaimSharing(Set<String> issuers) {
        this.issuers = issuers;
    }

    /** Whether nearly all tokens have the claim, so that they share its name. */
    static boolean isWellKnown(Object name) {
        return WELL_KNOWN.contains(name);
    }

    /** The same claims in less memory. */
    Claims compact(Claims claims) {
        Map<String, @Nullable Object> map = claims.values();
        if (map.size() > CompactClaims.MOST) {
            return claims;
        }
        String[] names = sharedNames(map.keySet());
        Object[] values = new Object[names.length];
        for (int i = 0; i < names.length; i++) {
            values[i] = sharedValue(map.get(names[i]), values, i);
        }
        return new Claims(new CompactClaims(names, values));
    }

    private String[] sharedNames(Set<String> names) {
        String[][] known = sequences;
        for (String[] sequence : known) {
            if (isSame(sequence, names)) {
                return sequence;
            }
        }
        String[] added = names.toArray(String[]::new);
        String[][] next = Arrays.copyOf(known, Math.min(known.length + 1, SEQUENCES));
        System.arraycopy(known, 0, next, 1, next.length - 1);
        next[0] = added;
        sequences = next;
        return added;
    }

    private static boolean isSame(String[] sequence, Set<String> names) {
        if (sequence.length != names.size()) {
            return false;
        }
        int i = 0;
        for (String name : names) {
            if (!sequence[i++].equals(name)) {
                return false;
            }
        }
        return true;
    }

    /** An equal value of the same token, or the configured issuer, or the value itself. */
    private @Nullable Object sharedValue(@Nullable Object value, @Nullable Object[] before, int count) {
        if (value == null) {
            return null;
        }
        for (int i = 0; i < count; i++) {
            if (value.equals(before[i])) {
                return before[i];
            }
        }
        for (String issuer : issuers) {
            if (issuer.equals(value)) {
                return issuer;
            }
        }
        return value;
    }
}
