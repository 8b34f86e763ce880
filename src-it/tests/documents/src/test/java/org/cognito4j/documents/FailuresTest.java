package org.cognito4j.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The table of what happens when something fails. */
class FailuresTest {

    private static final Path PAGE = Documents.ROOT.resolve("docs/failures.md");
    private static final Path TESTS = Documents.ROOT.resolve("security-module/src/test/java");
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");
    private static final Pattern LIST_OF_TESTS = Pattern.compile("`[A-Za-z0-9_.]+`(?:, `[A-Za-z0-9_.]+`)*");

    /** A line of the table. */
    private record Row(String place, String failure, String verifier, String caller, String tests) {}

    @Test
    void each_row_says_what_happens_and_names_tests_that_exist() throws IOException {
        Map<String, String> sources = sources();

        assertThat(rows()).hasSizeGreaterThan(36).allSatisfy(row -> {
            assertThat(row.verifier() + row.caller()).as(row.toString()).isNotEqualTo("——");
            assertThat(row.tests()).matches(LIST_OF_TESTS);
            assertThat(CODE.matcher(row.tests()).results())
                    .extracting((MatchResult test) -> test.group(1))
                    .allMatch(test -> exists(test, sources), "a test class or one of its methods");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Thread",
                "Executor",
                "Clock",
                "DNS",
                "Socket",
                "Proxy",
                "TLS",
                "Listener",
                "Log handler",
                "Store",
                "Supplier",
                "File"
            })
    void each_place_throws_hangs_and_is_slow(String place) throws IOException {
        assertThat(rows().stream().filter(row -> row.place().equals(place)).map(Row::failure))
                .anyMatch(failure -> failure.startsWith("throws"))
                .anyMatch(failure -> failure.startsWith("hangs"))
                .anyMatch(failure -> failure.startsWith("is slow"));
    }

    private static boolean exists(String test, Map<String, String> sources) {
        String[] parts = test.split("\\.", 2);
        String source = sources.get(parts[0]);
        return source != null && (parts.length == 1 || source.contains("void " + parts[1] + "("));
    }

    private static List<Row> rows() throws IOException {
        return Files.readAllLines(PAGE).stream()
                .filter(line -> line.startsWith("| "))
                .skip(2)
                .map(line -> Stream.of(line.substring(2).split(" \\|(?: |$)")).toList())
                .map(cells -> new Row(cells.get(0), cells.get(1), cells.get(2), cells.get(3), cells.get(4)))
                .toList();
    }

    /** The unit tests by the name of their class. */
    private static Map<String, String> sources() throws IOException {
        Map<String, String> sources = new TreeMap<>();
        for (Path file : Documents.files(TESTS)) {
            String name = file.getFileName().toString();
            if (name.endsWith("Test.java")) {
                sources.put(name.replace(".java", ""), Files.readString(file));
            }
        }
        return sources;
    }
}
