package org.cognito4j;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenHasherTest {

    private final TokenHasher hasher = new TokenHasher();

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 55, 56, 63, 64, 65, 1_023, 2_047, 2_048, 2_049, 4_096, 4_097, 16_384, 65_536})
    void hashes_all_characters_whatever_the_length(int length) throws GeneralSecurityException {
        String text = text(length);

        assertThat(hasher.digest(text)).isEqualTo(expected(text));
        assertThat(hasher.digest(text + "a")).isNotEqualTo(expected(text));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2_047, 2_048, 2_049, 4_999})
    void has_no_digest_for_characters_of_more_than_a_byte(int position) throws GeneralSecurityException {
        String text = text(5_000);
        for (String wide : List.of("\u0100", "\u0141", "\u4E2D", "\uD83D\uDE00", "\uD83D", "\uDE00")) {
            String changed = text.substring(0, position) + wide + text.substring(position + 1);
            assertThat(hasher.digest(changed)).isEqualTo(TokenDigest.NONE);
        }

        assertThat(hasher.digest(text)).isEqualTo(expected(text));
    }

    @Test
    void gives_each_thread_its_own_result() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<Void>> results = new ArrayList<>();
            for (int i = 0; i < 64; i++) {
                String text = text(1_000 + i);
                TokenDigest expected = expected(text);
                results.add(threads.submit(() -> {
                    for (int n = 0; n < 500; n++) {
                        assertThat(hasher.digest(text)).isEqualTo(expected);
                    }
                    return null;
                }));
            }
            for (Future<Void> result : results) {
                result.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void allocates_no_more_for_a_longer_token() {
        assertThat(allocatedFor(text(16_384)))
                .isEqualTo(allocatedFor(text(100)))
                .isLessThanOrEqualTo(256);
    }

    private long allocatedFor(String text) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 50; i++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            hasher.digest(text);
            least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
        }
        return least;
    }

    private static String text(int length) {
        return IntStream.range(0, length)
                .mapToObj(i -> String.valueOf((char) (' ' + i * 7 % 224)))
                .collect(Collectors.joining());
    }

    private static TokenDigest expected(String text) throws GeneralSecurityException {
        ByteBuffer hash = ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(text.getBytes(ISO_8859_1)));
        return new TokenDigest(hash.getLong(), hash.getLong(), hash.getLong(), hash.getLong());
    }
}
