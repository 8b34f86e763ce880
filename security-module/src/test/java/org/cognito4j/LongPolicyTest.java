package org.cognito4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.cognito4j.Verification.Accepted;
import org.cognito4j.Verification.Rejected;
import org.cognito4j.config.Configuration;
import org.cognito4j.config.ConfigurationSource;
import org.cognito4j.config.ServiceSettings;
import org.cognito4j.config.ServiceSettingsReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A policy file that denies very many tokens. */
@Timeout(300)
class LongPolicyTest {

    private static final int MANY = 100_000;

    private final TestPool pool = TestPool.create();

    @TempDir
    private Path folder;

    @Test
    void denies_a_hundred_thousand_tokens_and_no_other() throws Exception {
        Path file = folder.resolve("policy.properties");
        StringBuilder text = new StringBuilder("cognito.denied-tokens=");
        for (int i = 0; i < MANY; i++) {
            text.append(i == 0 ? "" : ",\\\n  ").append(id(i)).append('@').append(TestPool.NOW.plusSeconds(3_600));
        }
        Files.writeString(file, text.append('\n'));
        long before = usedHeap();
        long start = System.nanoTime();
        ServiceSettings settings = ServiceSettingsReader.read(Configuration.of(List.of(ConfigurationSource.of(
                "test",
                Map.of(
                        "cognito.user-pool-id",
                        "eu-west-1_AbCdEfGhI",
                        "cognito.client-ids",
                        TestPool.CLIENT,
                        "cognito.policy-file",
                        file.toString())))));
        long milliseconds = (System.nanoTime() - start) / 1_000_000;
        TokenVerifier verifier = pool.verifier(settings.pools().get(0));
        long heap = usedHeap() - before;

        System.out.printf("%d denied tokens: %d ms to load, %d bytes of heap%n", MANY, milliseconds, heap);
        for (int i : new int[] {0, 1, MANY / 2, MANY - 1}) {
            assertThat(verifier.verify(pool.token().claimText("jti", id(i)).mint()))
                    .isEqualTo(new Rejected(RejectionReason.TOKEN_DENIED));
        }
        assertThat(verifier.verify(pool.token().claimText("jti", id(MANY)).mint()))
                .isInstanceOf(Accepted.class);
        // The file itself is kept too, to find out whether it changes.
        assertThat(heap).isLessThan(64L * 1_024 * 1_024);
        assertThat(settings.changingPolicy()).isPresent();
    }

    private static String id(int number) {
        return new UUID(number, 1).toString();
    }

    /** The least of several: garbage may be left. */
    private static long usedHeap() {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 5; i++) {
            System.gc();
            least = Math.min(
                    least,
                    ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
        }
        return least;
    }
}
