package org.cognito4j.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The table of what is protected by what. */
class ProtectionTest {

    private static final Path PAGE = Documents.ROOT.resolve("docs/protection.md");
    private static final Path TESTS = Documents.ROOT.resolve("src-it");

    /** The last code of a cell names the test, after the state. */
    private static final Pattern CELL = Pattern.compile(".*\\S.* `([A-Za-z0-9_.-]+)`");

    private static final String DOES_NOT_APPLY = "—";

    @Test
    void each_cell_names_its_state_and_a_test_that_exists() throws IOException {
        Map<String, String> sources = sources();
        List<String> cells = cells();

        assertThat(cells).hasSizeGreaterThan(40).allSatisfy(cell -> {
            if (!cell.equals(DOES_NOT_APPLY)) {
                assertThat(cell).matches(CELL);
                assertThat(test(cell)).matches(name -> exists(name, sources), "a test or a row of a table");
            }
        });
    }

    @Test
    void each_row_says_something_for_every_form() throws IOException {
        assertThat(rows()).isNotEmpty().allSatisfy(row -> assertThat(row).hasSize(5));
    }

    private static String test(String cell) {
        var matcher = CELL.matcher(cell);
        return matcher.matches() ? matcher.group(1) : "";
    }

    private static boolean exists(String name, Map<String, String> sources) {
        int dot = name.indexOf('.');
        if (dot > 0) {
            return sources.getOrDefault(name.substring(0, dot), "").contains(" " + name.substring(dot + 1) + "(");
        }
        return sources.entrySet().stream()
                .anyMatch(source -> source.getKey().endsWith("Applications")
                        && source.getValue().contains("\"" + name + "\""));
    }

    private static List<String> cells() throws IOException {
        return rows().stream().flatMap(row -> row.stream().skip(1)).toList();
    }

    /** The rows of the table, without its head. */
    private static List<List<String>> rows() throws IOException {
        List<List<String>> rows = new ArrayList<>();
        for (String line : Files.readAllLines(PAGE)) {
            if (line.startsWith("| ")) {
                rows.add(Stream.of(line.substring(2).split(" \\|(?: |$)")).toList());
            }
        }
        return rows.subList(2, rows.size());
    }

    /** The Java sources of the integration tests, by the name of their class. */
    private static Map<String, String> sources() throws IOException {
        Map<String, String> sources = new TreeMap<>();
        for (Path file : Documents.files(TESTS)) {
            String name = file.getFileName().toString();
            if (name.endsWith(".java")) {
                sources.merge(name.replace(".java", ""), Files.readString(file), String::concat);
            }
        }
        return sources;
    }
}
