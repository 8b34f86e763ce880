package org.cognito4j;

/**
 * The SHA-256 hash of all bytes of a token: stands for the token where its text must not be kept. Two are equal only if
 * all 256 bits are.
 *
 * @param first the first eight bytes
 * @param second the next eight
 * @param third the next eight
 * @param fourth the last eight
 */
record TokenDigest(long first, long second, long third, long fourth) {

    /** Of a text that cannot be a token, or whose digest nobody needs. */
    static final TokenDigest NONE = new TokenDigest(0, 0, 0, 0);

    /** Any bits of a good hash are as good as others, so there is nothing to mix. */
    @Override
    public int hashCode() {
        return (int) first;
    }
}
