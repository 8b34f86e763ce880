package org.cognito4j;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.cognito4j.Verification.Accepted;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Looks for a token in everything that is alive in this virtual machine. */
class TokenTextTest {

    private static final int PIECE = 24;

    private final TestPool pool = TestPool.create();
    private final TokenVerifier verifier = pool.verifier();

    /** Each letter is another, so that the pieces themselves are not found. */
    private String disguisedPieces;

    @TempDir
    private Path folder;

    @Test
    void no_text_of_a_token_stays_in_memory() throws IOException {
        String canary = "canary-" + System.nanoTime() + "-in-the-memory-dump";
        verify();

        byte[] dump = dump();

        assertThat(contains(dump, canary, ISO_8859_1)).isTrue();
        for (int start = 0; start < disguisedPieces.length(); start += PIECE) {
            String piece = undisguised(disguisedPieces.substring(start, start + PIECE));
            assertThat(contains(dump, piece, ISO_8859_1)).as("bytes").isFalse();
            assertThat(contains(dump, piece, UTF_16LE)).as("characters").isFalse();
        }
    }

    private void verify() {
        // No other test's, whose tokens may be alive.
        String id = UUID.randomUUID().toString();
        String token = pool.token().claimText("jti", id).mint();
        for (int i = 0; i < 3; i++) {
            assertThat(verifier.verify(token)).isInstanceOf(Accepted.class);
        }
        // The id stands before the client, of as many letters as follow it here, which is four for each three bytes.
        int afterId = ("\",\"client_id\":\"" + TestPool.CLIENT + "\"}").length() * 4 / 3 + 4;
        int piece = token.lastIndexOf('.') - afterId - PIECE;
        disguisedPieces =
                disguised(token.substring(piece, piece + PIECE) + token.substring(token.length() - 4 * PIECE));
    }

    private byte[] dump() throws IOException {
        Path file = folder.resolve("live.hprof");
        ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class).dumpHeap(file.toString(), true);
        return Files.readAllBytes(file);
    }

    private static boolean contains(byte[] dump, String text, Charset charset) {
        byte[] wanted = text.getBytes(charset);
        for (int i = 0; i <= dump.length - wanted.length; i++) {
            int matched = 0;
            while (matched < wanted.length && dump[i + matched] == wanted[matched]) {
                matched++;
            }
            if (matched == wanted.length) {
                return true;
            }
        }
        return false;
    }

    private static String disguised(String text) {
        return shifted(text, 0x1000);
    }

    private static String undisguised(String text) {
        return shifted(text, -0x1000);
    }

    private static String shifted(String text, int by) {
        StringBuilder shifted = new StringBuilder();
        text.chars().forEach(c -> shifted.append((char) (c + by)));
        return shifted.toString();
    }
}
