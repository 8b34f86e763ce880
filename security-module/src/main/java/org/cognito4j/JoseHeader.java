package org.cognito4j;

import java.util.Map;
import java.util.Set;
import org.cognito4j.net.StrictJson;

/**
 * The header of a token that may go on to a key: {@code alg} is RS256 and {@code kid} names a key. Whatever could lead
 * to another key or another reading of the token ({@code jwk}, {@code jku}, {@code x5c}, {@code crit}, {@code b64},
 * {@code zip} …) is refused by its mere presence.
 *
 * @param keyId the {@code kid}, 1 to 256 characters
 */
record JoseHeader(String keyId) {

    private static final Set<String> MEMBERS = Set.of("alg", "kid", "typ");
    private static final Set<Object> TYPES = Set.of("JWT", "at+jwt");
    private static final int MAX_KEY_ID_LENGTH = 256;

    /** Room for members that are refused for what they are, not for how many. */
    private static final int MAX_VALUES = 32;

    static JoseHeader parse(byte[] json) throws TokenRejected {
        Map<String, Object> members = members(json);
        requireKnownMembers(members);
        requireAlgorithm(members);
        requireType(members);
        return new JoseHeader(keyId(members));
    }

    static Map<String, Object> members(byte[] json) throws TokenRejected {
        try {
            return StrictJson.object(json, MAX_VALUES);
        } catch (StrictJson.Malformed e) {
            throw TokenRejected.of(RejectionReason.HEADER_MALFORMED);
        }
    }

    static void requireKnownMembers(Map<String, Object> members) throws TokenRejected {
        if (!MEMBERS.containsAll(members.keySet())) {
            throw TokenRejected.of(RejectionReason.HEADER_UNSUPPORTED);
        }
    }

    static void requireAlgorithm(Map<String, Object> members) throws TokenRejected {
        if (!"RS256".equals(members.get("alg"))) {
            throw TokenRejected.of(RejectionReason.WRONG_ALGORITHM);
        }
    }

    static void requireType(Map<String, Object> members) throws TokenRejected {
        if (members.containsKey("typ") && (members.get("typ") == null || !TYPES.contains(members.get("typ")))) {
            throw TokenRejected.of(RejectionReason.WRONG_TYPE);
        }
    }

    static String keyId(Map<String, Object> members) throws TokenRejected {
        if (members.get("kid") instanceof String keyId && !keyId.isEmpty() && keyId.length() <= MAX_KEY_ID_LENGTH) {
            return keyId;
        }
        throw TokenRejected.of(RejectionReason.KEY_ID_INVALID);
    }

    /** Not the kid: it is a stranger's text until a key of that name is found. */
    @Override
    public String toString() {
        return "JoseHeader";
    }
}
