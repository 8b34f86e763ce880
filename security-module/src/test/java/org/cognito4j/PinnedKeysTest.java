package org.cognito4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PinnedKeysTest {

    private static final Duration AN_HOUR = Duration.ofHours(1);

    private final ManualTime time = new ManualTime();

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void save() throws IOException {
        file = Files.write(folder.resolve("jwks.json"), KeySets.of("one"));
    }

    @Test
    void a_file_is_as_old_as_its_last_change() throws Exception {
        Instant changed = time.instant().minus(AN_HOUR).plusSeconds(1);
        Files.setLastModifiedTime(file, FileTime.from(changed));
        KeySnapshot pinned = snapshot(file.toString());
        assertThat(pinned.keys()).containsOnlyKeys("one");
        assertThat(pinned.age(time.instant(), time.tick())).isEqualTo(AN_HOUR.minusSeconds(1));
        assertThat(isUsable(pinned)).isTrue();
        time.elapse(Duration.ofSeconds(1));
        assertThat(isUsable(pinned)).isFalse();
    }

    @Test
    void a_wall_clock_set_back_does_not_make_a_file_younger() throws Exception {
        Files.setLastModifiedTime(file, FileTime.from(time.instant().minus(Duration.ofMinutes(59))));
        KeySnapshot pinned = snapshot(file.toString());
        time.setWallClock(Duration.ofDays(-300));
        assertThat(isUsable(pinned)).isTrue();
        time.elapse(Duration.ofMinutes(1));
        assertThat(isUsable(pinned)).isFalse();
    }

    @Test
    void a_file_that_hangs_is_given_up() {
        CountDownLatch never = new CountDownLatch(1);

        assertThatThrownBy(() -> PinnedKeys.inTime(
                        () -> {
                            never.await();
                            throw new IllegalStateException();
                        },
                        Duration.ofMillis(100)))
                .isInstanceOf(KeySetUnavailable.class)
                .hasMessageStartingWith("it cannot be read within ");
    }

    @Test
    void a_file_that_throws_is_named_as_unreadable() {
        assertThatThrownBy(() -> PinnedKeys.inTime(
                        () -> {
                            throw new StackOverflowError();
                        },
                        Duration.ofSeconds(50)))
                .hasMessage("it cannot be read (StackOverflowError)");
    }

    @Test
    void a_file_that_is_slow_is_read() throws Exception {
        PinnedKeys slow = PinnedKeys.inTime(
                () -> {
                    Thread.yield();
                    return PinnedKeys.read(file.toString(), time);
                },
                Duration.ofSeconds(50));

        assertThat(slow.keys()).containsOnlyKeys("one");
    }

    @Test
    void takes_a_file_of_256_kibibytes() throws Exception {
        byte[] set = KeySets.of("one");
        byte[] most = Arrays.copyOf(set, 256 * 1024);
        Arrays.fill(most, set.length, most.length, (byte) ' ');
        Files.write(file, most);
        assertThat(snapshot(file.toString()).keys()).containsOnlyKeys("one");
    }

    @Test
    void a_file_from_the_future_gets_no_extra_time() throws Exception {
        Files.setLastModifiedTime(file, FileTime.from(time.instant().plus(Duration.ofDays(300))));
        KeySnapshot pinned = snapshot(file.toString());
        time.elapse(AN_HOUR);
        assertThat(isUsable(pinned)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"classpath:jwks.json", "classpath:/jwks.json"})
    void a_resource_is_as_old_as_the_start(String location) throws Exception {
        Files.setLastModifiedTime(file, FileTime.from(Instant.EPOCH));
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        try (URLClassLoader application =
                new URLClassLoader(new URL[] {folder.toUri().toURL()}, before)) {
            Thread.currentThread().setContextClassLoader(application);
            KeySnapshot pinned = snapshot(location);
            assertThat(isUsable(pinned)).isTrue();
            time.elapse(AN_HOUR);
            assertThat(isUsable(pinned)).isFalse();
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"nowhere/jwks.json", "classpath:nowhere.json", "\0", "", "."})
    void what_is_not_there_is_refused(String location) {
        assertThatThrownBy(() -> PinnedKeys.read(location, time)).isInstanceOf(KeySetUnavailable.class);
    }

    @Test
    void what_is_no_key_set_is_refused() throws Exception {
        Files.writeString(file, "{\"keys\":[]}");
        assertThatThrownBy(() -> PinnedKeys.read(file.toString(), time)).isInstanceOf(KeySetUnavailable.class);
    }

    @Test
    void what_is_too_large_is_refused() throws Exception {
        Files.writeString(file, " ".repeat(256 * 1024 + 1));
        assertThatThrownBy(() -> PinnedKeys.read(file.toString(), time))
                .isInstanceOf(KeySetUnavailable.class)
                .hasMessageContaining("larger");
    }

    private KeySnapshot snapshot(String location) throws KeySetUnavailable {
        return PinnedKeys.read(location, time).snapshot(AN_HOUR, time, time::tick);
    }

    private boolean isUsable(KeySnapshot pinned) {
        return pinned.isUsable(time.instant(), time.tick());
    }
}
