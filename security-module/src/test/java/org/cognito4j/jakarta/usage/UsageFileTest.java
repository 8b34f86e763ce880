package org.cognito4j.jakarta.usage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import org.cognito4j.GenuineTokens;
import org.cognito4j.jakarta.fake.LoggedLines;
import org.cognito4j.net.RefreshThread;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@SuppressWarnings("try") // a file is open as long as its block runs
class UsageFileTest {

    private static final Instant START = Instant.parse("2026-11-01T00:00:00Z");
    private static final Instant LATER = Instant.parse("2026-12-01T00:00:00Z");

    @TempDir
    private Path folder;

    private final List<Runnable> planned = new ArrayList<>();
    private final RefreshThread thread = new RefreshThread() {
        @Override
        public void runAfter(Duration delay, Runnable task) {
            assertThat(delay).isEqualTo(UsageFile.INTERVAL);
            planned.add(task);
        }

        @Override
        public void close() {
            planned.clear();
        }
    };

    private Path named() {
        return folder.resolve("usage.json");
    }

    private static UsageTable table(String application, Instant now) {
        return new UsageTable(application, List.of(), InstantSource.fixed(now));
    }

    private UsageFile open(UsageTable table) {
        return UsageFile.open(named(), table, thread);
    }

    private static void call(UsageTable table) {
        table.of("a", "Shop", GenuineTokens.POOL).accepted(GenuineTokens.holding("x/read"), false, 1_700_000_000);
    }

    @Test
    void writes_at_intervals_and_at_the_end() throws Exception {
        UsageTable table = table("/", START);
        try (UsageFile file = open(table)) {
            call(table);
            assertThat(UsageContent.read(named()).rows()).isEmpty();
            planned.remove(0).run();
            assertThat(UsageContent.read(named()).rows())
                    .singleElement()
                    .satisfies(row -> assertThat(row.calls()).isEqualTo(1));
            assertThat(planned).hasSize(1);
            call(table);
        }
        assertThat(UsageContent.read(named()).rows().get(0).calls()).isEqualTo(2);
        assertThat(UsageContent.read(named())).isEqualTo(table.content());
    }

    @Test
    void goes_on_after_a_restart_with_the_first_start_of_the_figures() throws Exception {
        UsageTable first = table("/", START);
        try (UsageFile file = open(first)) {
            call(first);
        }
        UsageTable second = table("/", LATER);
        try (UsageFile file = open(second)) {
            call(second);
            second.of("b", "Auditor", GenuineTokens.POOL);
        }

        Map<String, UsageFigures> figures = second.figures();
        assertThat(figures.get("Shop").getCalls()).isEqualTo(2);
        assertThat(figures.get("Shop").getCallsOfUnknownNeeds()).isEqualTo(2);
        assertThat(figures.get("Shop").getSince()).isEqualTo(START.toString());
        assertThat(figures.get("Auditor").getSince()).isEqualTo(LATER.toString());
        assertThat(UsageContent.read(named()).rows()).hasSize(2);
    }

    @Test
    void never_shares_a_file_between_nodes_and_applications() throws Exception {
        UsageTable one = table("/", START);
        UsageTable two = table("/", START);
        UsageTable other = table("/other", START);
        try (UsageFile first = open(one);
                UsageFile second = open(two);
                UsageFile third = open(other)) {
            call(one);
            call(two);
            call(two);
        }

        assertThat(UsageContent.read(named()).rows().get(0).calls()).isEqualTo(1);
        assertThat(UsageContent.read(folder.resolve("usage-2.json"))
                        .rows()
                        .get(0)
                        .calls())
                .isEqualTo(2);
        assertThat(UsageContent.read(folder.resolve("usage-3.json")).application())
                .isEqualTo("/other");
        UsageTable again = table("/other", LATER);
        try (UsageFile file = open(again)) {
            call(again);
        }
        assertThat(UsageContent.read(folder.resolve("usage-3.json")).rows()).hasSize(1);
        assertThat(UsageContent.read(named()).application()).isEqualTo("/");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "not ours",
                "{}",
                "{\"form\":\"cognito4j usage 2\"}",
                "{\"form\":\"cognito4j usage 1\",\"application\":\"/\",\"written\":\"2026-11-01T00:00:00Z\",\"resourceServers\":[],"
                        + "\"blind\":[],\"clients\":[{\"id\":1}]}",
                "{\"form\":\"cognito4j usage 1\",\"application\":\"/\",\"written\":\"yesterday\",\"resourceServers\":[],\"blind\":[],"
                        + "\"clients\":[]}"
            })
    void never_replaces_a_file_that_is_not_its_own(String foreign) throws Exception {
        Files.writeString(named(), foreign);
        UsageTable table = table("/", START);
        try (LoggedLines log = LoggedLines.of("org.cognito4j");
                UsageFile file = open(table)) {
            call(table);
            assertThat(log.lines(Level.WARNING))
                    .singleElement()
                    .satisfies(line -> assertThat(line)
                            .contains("cognito.usage-file", "usage.json", "no figures file of cognito4j"));
            assertThat(planned).isEmpty();
        }

        assertThat(named()).hasContent(foreign);
        assertThat(table.figures().get("Shop").getCalls()).isEqualTo(1);
    }

    @Test
    void never_reads_a_file_without_bound() throws Exception {
        Files.write(named(), new byte[UsageContent.LARGEST + 1]);
        try (LoggedLines log = LoggedLines.of("org.cognito4j");
                UsageFile file = open(table("/", START))) {
            assertThat(log.lines(Level.WARNING)).singleElement().asString().contains("more than 4000000 bytes");
        }
    }

    @Test
    void reports_a_folder_that_is_missing_and_counts_in_memory() {
        UsageTable table = table("/", START);
        try (LoggedLines log = LoggedLines.of("org.cognito4j");
                UsageFile file = UsageFile.open(folder.resolve("missing/usage.json"), table, thread)) {
            call(table);
            assertThat(log.lines(Level.WARNING)).singleElement().asString().contains("NoSuchFileException");
        }
        assertThat(table.figures().get("Shop").getCalls()).isEqualTo(1);
    }

    @Test
    void reports_once_that_it_cannot_write_and_goes_on_when_it_can() throws Exception {
        UsageTable table = table("/", START);
        try (LoggedLines log = LoggedLines.of("org.cognito4j");
                UsageFile file = open(table)) {
            Path away = Files.move(folder, folder.resolveSibling(folder.getFileName() + "-away"));
            for (int i = 0; i < 3; i++) {
                call(table);
                planned.remove(0).run();
            }
            assertThat(log.lines(Level.WARNING)).singleElement().asString().contains("cannot be written");
            Files.move(away, folder);
            planned.remove(0).run();
            assertThat(UsageContent.read(named()).rows().get(0).calls()).isEqualTo(3);
        }
    }

    @Test
    void is_numbered_before_its_ending() {
        assertThat(UsageFile.numbered(Path.of("/a/usage.json"), 1)).hasToString("/a/usage.json");
        assertThat(UsageFile.numbered(Path.of("/a/usage.json"), 2)).hasToString("/a/usage-2.json");
        assertThat(UsageFile.numbered(Path.of("/a/.usage"), 3)).hasToString("/a/.usage-3");
        assertThat(UsageFile.numbered(Path.of("/a/usage"), 3)).hasToString("/a/usage-3");
    }
}
