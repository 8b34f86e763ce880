package org.cognito4j.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Each caller who lacks a role is noted once, whoever refuses it: read from the log, which has a line for each note as
 * long as there are no more than five a second.
 */
class RefusalCountIT extends Contract {

    private static final String REFUSED = "Request refused: ";
    private static final String LACKS_ROLE = REFUSED + "insufficient-scope";
    private static final Duration PERIOD_OF_THE_LOG = Duration.ofSeconds(1);

    /** The lines of the test before count for the second in which they were written. */
    @BeforeEach
    void let_the_log_write_every_line() {
        long start = System.nanoTime();
        await().until(() -> System.nanoTime() - start > PERIOD_OF_THE_LOG.toNanos());
    }

    /** By the container or the filter, and by the application. */
    @ParameterizedTest
    @ValueSource(strings = {"write/x", "forbidden/role"})
    void is_one_for_a_caller_without_the_role(String path) {
        assertIsNotedOnce(path);
    }

    @ParameterizedTest
    @NeedsRest
    @NeedsJakartaSecurity
    @ValueSource(strings = {"rest/class", "rest/scoped", "rest/inherited/write", "scoped/write"})
    void is_one_for_a_caller_without_the_role_of_an_annotation(String path) {
        assertIsNotedOnce(path);
    }

    @ParameterizedTest
    @ValueSource(strings = {"forbidden/error", "forbidden/other-role", "read/x", "open/x", "authenticate/by-request"})
    void is_none_for_a_caller_who_lacks_nothing(String path) {
        try (ServerLog log = ServerLog.open()) {
            with(READER, path);
            with(EXPIRED, path);
            await().until(() -> count(log, REFUSED) > 0);

            assertThat(count(log, LACKS_ROLE)).isZero();
        }
    }

    @Test
    void is_none_for_an_anonymous_caller() {
        try (ServerLog log = ServerLog.open()) {
            anonymously("write/x");
            with(EXPIRED, "write/x");
            await().until(() -> count(log, REFUSED) > 0);

            assertThat(count(log, LACKS_ROLE)).isZero();
        }
    }

    private void assertIsNotedOnce(String path) {
        try (ServerLog log = ServerLog.open()) {
            assertThat(with(READER, path).status()).isEqualTo(403);
            await().until(() -> count(log, LACKS_ROLE) > 0);
            with(EXPIRED, path);
            await().until(() -> count(log, REFUSED + "token-expired") > 0);

            assertThat(count(log, LACKS_ROLE)).isOne();
        }
    }

    private static long count(ServerLog log, String line) {
        return log.records().stream().filter(record -> record.contains(line)).count();
    }
}
