package org.cognito4j.matrix;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The columns beside each other, in Markdown. */
final class Table {

    private static final int SHOWN_OF_A_SUM = 12;

    private final List<Column> columns;
    private final Set<String> own;

    Table(List<Column> columns) {
        this.columns = columns;
        this.own = columns.stream().flatMap(column -> column.own().stream()).collect(Collectors.toUnmodifiableSet());
    }

    /** Whether every column is green and tells the cause of each of its gaps. */
    boolean isGreen() {
        return columns.stream()
                .allMatch(column -> column.isGreen()
                        && checks().stream()
                                .noneMatch(check -> cell(column, check).startsWith("✗")));
    }

    /** Rows are classes of tests, then what belongs to all of a server. */
    String markdown() {
        StringBuilder text = new StringBuilder();
        text.append(row("", Column::title));
        text.append("|").append(" --- |".repeat(columns.size() + 1)).append('\n');
        for (String check : checks()) {
            text.append(row("`" + check + "`", column -> cell(column, check)));
        }
        text.append(row("**all**", column -> "**" + column.sum() + "**"));
        for (String file : Deployed.FILES) {
            text.append(row(file + ", SHA-256", column -> sum(column, file)));
        }
        text.append(row("Time", column -> minutes(column.time())));
        return text.append(row("Run", Column::run)).toString();
    }

    /** What the servers do otherwise, and what they were not asked, each with the cause. */
    String causes() {
        return columns.stream()
                .map(column -> "### " + column.title() + "\n\n" + causes(column))
                .collect(Collectors.joining("\n"));
    }

    private String causes(Column column) {
        Stream<String> limits = column.limits().stream();
        Stream<String> excluded = column.excluded().entrySet().stream()
                .map(exclusion -> "`" + exclusion.getKey() + "`, excluded: " + exclusion.getValue());
        Stream<String> missing =
                checks().stream().anyMatch(check -> cell(column, check).equals("–"))
                        ? column.lacks().map(lacks -> "–: no " + lacks).stream()
                        : Stream.empty();
        String causes = Stream.of(limits, excluded, missing)
                .flatMap(Function.identity())
                .map(cause -> "- " + cause + "\n")
                .collect(Collectors.joining());
        return causes.isEmpty() ? "None.\n" : causes;
    }

    /** Each file that was deployed, with its whole sum. */
    String files() {
        Map<String, String> named = new LinkedHashMap<>();
        for (String file : Deployed.FILES) {
            for (Column column : columns) {
                if (column.files().containsKey(file)) {
                    named.merge(
                            column.files().get(file),
                            file + " on " + column.title(),
                            (before, next) -> before + ", " + column.title());
                }
            }
        }
        return named.entrySet().stream()
                .map(file -> "- `" + file.getKey() + "`: " + file.getValue() + "\n")
                .collect(Collectors.joining());
    }

    /** One line to each server. */
    String summary() {
        return columns.stream()
                .map(column -> "%-45s %-40s %10s  %s%n"
                        .formatted(column.title(), column.sum(), minutes(column.time()), column.run()))
                .collect(Collectors.joining());
    }

    static String minutes(Duration time) {
        return "%d:%02d min".formatted(time.toMinutes(), time.toSecondsPart());
    }

    /** The classes of tests that any server was asked. */
    TreeSet<String> checks() {
        return columns.stream()
                .flatMap(column -> column.cells().keySet().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private String row(String title, Function<Column, String> content) {
        return Stream.concat(Stream.of(title), columns.stream().map(content))
                .collect(Collectors.joining(" | ", "| ", " |\n"));
    }

    private String cell(Column column, String check) {
        Cell cell = column.cells().get(check);
        if (cell != null) {
            return cell.toString();
        }
        if (column.excluded().containsKey(check)) {
            return column.excluded().get(check).isEmpty() ? "✗ excluded" : "excluded";
        }
        return own.contains(check) || column.lacks().isPresent() ? "–" : "✗ not asked";
    }

    private static String sum(Column column, String file) {
        String sum = column.files().get(file);
        return sum == null ? "–" : "`" + sum.substring(0, SHOWN_OF_A_SUM) + "`";
    }
}
