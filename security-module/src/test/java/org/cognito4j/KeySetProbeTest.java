package org.cognito4j;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.cognito4j.fault.Fault;
import org.cognito4j.fault.FaultServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class KeySetProbeTest {

    private static final String KEY_SET = "/pool/.well-known/jwks.json";
    private static final byte[] KEYS = KeySets.of("one", "two");
    private static final byte[] CONFIGURATION = "{\"issuer\":\"https://pool\"}".getBytes(UTF_8);
    private static final Duration AN_HOUR = Duration.ofHours(1);

    private final ManualTime time = new ManualTime(Instant.parse("2026-11-22T10:00:00Z"));

    @TempDir
    private Path folder;

    private FaultServer server;

    @BeforeEach
    void start() throws IOException {
        server = new FaultServer(
                Fault.inTurn(Fault.ok(KEYS, "Date: Sun, 22 Nov 2026 09:59:57 GMT"), Fault.ok(CONFIGURATION)));
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    @Test
    void finds_keys_the_time_and_the_name_of_the_pool() {
        KeySetProbe probe = probe(KEY_SET);

        assertThat(probe.problem()).isEmpty();
        assertThat(probe.place()).isEqualTo(server.address(KEY_SET).toString());
        assertThat(probe.keyIds()).containsExactlyInAnyOrder("one", "two");
        assertThat(probe.published()).isEqualTo(2);
        assertThat(probe.clockAhead()).hasValue(Duration.ofMillis(2_500));
        assertThat(probe.issuer()).hasValue("https://pool");
    }

    @Test
    void asks_for_no_name_where_the_key_set_stands_elsewhere() {
        assertThat(probe("/jwks.json").issuer()).isEmpty();
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void does_without_a_name_that_is_not_told() {
        for (Fault none : List.of(
                Fault.status(404, CONFIGURATION), Fault.reset(), Fault.ok("{".getBytes(UTF_8)), Fault.ok(KEYS))) {
            server.answer(Fault.inTurn(Fault.ok(KEYS), none));

            KeySetProbe probe = probe(KEY_SET);

            assertThat(probe.keyIds()).hasSize(2);
            assertThat(probe.issuer()).isEmpty();
            assertThat(probe.clockAhead()).isEmpty();
        }
    }

    /** The body of such an answer never comes. */
    @Test
    void does_not_wait_for_the_body_of_another_status() {
        server.answer(Fault.headersOnly(404, "Date: Sun, 22 Nov 2026 10:00:01 GMT"));

        KeySetProbe probe = probe(KEY_SET);

        assertThat(probe.problem()).hasValue("HTTP status 404");
        assertThat(probe.clockAhead()).hasValue(Duration.ofMillis(-1_500));
        assertThat(probe.keyIds()).isEmpty();
    }

    @Test
    void tells_why_there_is_no_answer_and_no_key() {
        server.answer(Fault.reset());
        assertThat(probe(KEY_SET).problem())
                .hasValueSatisfying(why -> assertThat(why).startsWith("no answer"));

        server.answer(Fault.ok("{\"keys\":[]}".getBytes(UTF_8)));
        assertThat(probe(KEY_SET).problem()).isPresent();
    }

    @Test
    void reads_no_pinned_keys_where_none_are_set() {
        assertThat(KeySetProbe.ofPinnedKeys(settings(KEY_SET).build(), time)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0})
    void tells_of_pinned_keys_that_are_too_old(int seconds) throws IOException {
        Path file = Files.write(folder.resolve("jwks.json"), KEYS);
        Files.setLastModifiedTime(
                file, FileTime.from(time.instant().minus(AN_HOUR).minusSeconds(seconds)));

        KeySetProbe probe = pinned(file);

        assertThat(probe.place()).isEqualTo(file.toString());
        assertThat(probe.keyIds()).containsExactlyInAnyOrder("one", "two");
        assertThat(probe.published()).isEqualTo(2);
        assertThat(probe.problem().isPresent()).isEqualTo(seconds == 0);
    }

    @Test
    void tells_that_pinned_keys_cannot_be_read() {
        KeySetProbe probe = pinned(folder.resolve("nowhere"));

        assertThat(probe.problem()).hasValue("it cannot be read (NoSuchFileException)");
        assertThat(probe.keyIds()).isEmpty();
    }

    private KeySetProbe probe(String path) {
        List<KeySetProbe> probes = KeySetProbe.ofAddresses(settings(path).build(), time);
        assertThat(probes).hasSize(1);
        return probes.get(0);
    }

    private KeySetProbe pinned(Path file) {
        return KeySetProbe.ofPinnedKeys(
                        settings(KEY_SET)
                                .pinnedKeys(file.toString())
                                .pinnedKeysMaxAge(AN_HOUR)
                                .build(),
                        time)
                .orElseThrow();
    }

    private VerifierSettingsBuilder settings(String path) {
        return TestPool.create()
                .settings()
                .allowLoopbackHttp(true)
                .keySetAddresses(List.of(server.address(path)))
                .keyFetchTimeout(Duration.ofSeconds(5));
    }
}
