package org.cognito4j;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Makes the digests of tokens with workspaces that are used again: nothing is allocated but the digest itself. A
 * workspace is taken and put back by one atomic step each, from a place that depends on the thread, so that nobody waits
 * and virtual threads, which are too many to have one each, share them as well. Thread-safe.
 */
final class TokenHasher {

    /** References in one cache line, so that neighbours are not in each other's way. */
    private static final int STRIDE = 16;

    private final AtomicReferenceArray<Workspace> idle;
    private final int lastPlace;

    TokenHasher() {
        int places = Integer.highestOneBit(Runtime.getRuntime().availableProcessors()) * 4;
        this.idle = new AtomicReferenceArray<>(places * STRIDE);
        this.lastPlace = places - 1;
    }

    /** The digest; none if there is a character that is no single byte, which no token has. */
    TokenDigest digest(String token) {
        int place = ((int) Thread.currentThread().getId() & lastPlace) * STRIDE;
        Workspace taken = idle.getAndSet(place, null);
        Workspace workspace = taken == null ? new Workspace() : taken;
        TokenDigest digest = workspace.digest(token);
        idle.setRelease(place, workspace);
        return digest;
    }

    /** One thread's at a time. */
    private static final class Workspace {

        private static final int CHUNK = 2_048;
        private static final int HASH_BYTES = 32;
        private static final byte[] ZEROS = new byte[CHUNK];
        private static final char[] NULS = new char[CHUNK];

        private final MessageDigest sha256 = sha256();
        private final CharsetEncoder encoder = StandardCharsets.ISO_8859_1.newEncoder();
        private final CharBuffer characters = CharBuffer.allocate(CHUNK);
        private final ByteBuffer bytes = ByteBuffer.allocate(CHUNK);
        private final ByteBuffer hash = ByteBuffer.allocate(HASH_BYTES);

        TokenDigest digest(String token) {
            boolean complete = true;
            for (int start = 0; start < token.length() && complete; start += CHUNK) {
                complete = update(token, start, Math.min(CHUNK, token.length() - start));
            }
            // Also where it is of no use, since it empties the hash function.
            hash(hash.array());
            return complete
                    ? new TokenDigest(hash.getLong(0), hash.getLong(8), hash.getLong(16), hash.getLong(24))
                    : TokenDigest.NONE;
        }

        /** False if there is a character that is no single byte. The platform does these loops by vector instructions. */
        private boolean update(String token, int start, int length) {
            token.getChars(start, start + length, characters.array(), 0);
            characters.clear().limit(length);
            bytes.clear();
            boolean encoded = encoder.reset().encode(characters, bytes, true).isUnderflow();
            if (encoded) {
                sha256.update(bytes.array(), 0, length);
            }
            // Nothing of a token stays behind. Copying zeros takes half the time of filling with them.
            System.arraycopy(NULS, 0, characters.array(), 0, length);
            System.arraycopy(ZEROS, 0, bytes.array(), 0, length);
            return encoded;
        }

        private void hash(byte[] target) {
            try {
                sha256.digest(target, 0, HASH_BYTES);
                // The last block stays in its buffer otherwise.
                sha256.reset();
            } catch (DigestException e) {
                throw new IllegalStateException("there is room for a hash", e);
            }
        }

        private static MessageDigest sha256() {
            try {
                return MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every Java platform has SHA-256", e);
            }
        }
    }
}
