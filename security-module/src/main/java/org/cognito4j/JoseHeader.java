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
        Map<String, Object> header;
        try {
            header = StrictJson.object(json, MAX_VALUES);
        } catch (StrictJson.Malformed e) {
            throw RejectionReason.HEADER_MALFORMED.asException();
        }
        if (!MEMBERS.containsAll(header.keySet())) {
            throw RejectionReason.HEADER_UNSUPPORTED.asException();
        }
        if (!"RS256".equals(header.get("alg"))) {
            throw RejectionReason.WRONG_ALGORITHM.asException();
        }
        if (header.containsKey("typ") && (header.get("typ") == null || !TYPES.contains(header.get("typ")))) {
            throw RejectionReason.WRONG_TYPE.asException();
        }
        if (header.get("kid") instanceof String keyId && !keyId.isEmpty() && keyId.length() <= MAX_KEY_ID_LENGTH) {
            return new JoseHeader(keyId);
        }
        throw RejectionReason.KEY_ID_INVALID.asException();
    }

    /** Not the kid: it is a stranger's text until a key of that name is found. */
    @Override
    public String toString() {
        return "JoseHeader";
    }
}
