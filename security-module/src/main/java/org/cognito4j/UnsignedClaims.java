package org.cognito4j;

import org.jspecify.annotations.Nullable;

/**
 * The claims of a token before its signature is checked, when they may be anybody's words. A payload as short as those
 * that Cognito writes is read at once; of a longer one only what decides the key, so that a stranger cannot make it costly.
 *
 * @param deciding the claims that decide which key to use and whether it is worth fetching
 * @param whole all claims, if they have been read
 * @param payload what they were read from
 */
record UnsignedClaims(Claims deciding, @Nullable Claims whole, byte[] payload) {

    /** About twice of what a token for a machine holds. */
    private static final int SHORT = 1_024;

    static UnsignedClaims parse(byte[] payload) throws TokenRejected {
        Claims whole = payload.length <= SHORT ? tryWhole(payload) : null;
        return new UnsignedClaims(whole == null ? Claims.parseUnsigned(payload) : whole, whole, payload);
    }

    /** All claims, once the signature has been checked. */
    Claims signed() throws TokenRejected {
        return whole == null ? Claims.parse(payload) : whole;
    }

    private static @Nullable Claims tryWhole(byte[] payload) {
        try {
            return Claims.parse(payload);
        } catch (TokenRejected e) {
            // What is wrong may not be of those that decide the key. Then the signature comes first, whatever the
            // length.
            return null;
        }
    }

    /** Nothing of what a stranger wrote. */
    @Override
    public String toString() {
        return "UnsignedClaims";
    }
}
