package org.cognito4j.matrix;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The columns beside each other, in Markdown. */
final class Table {

    private static final int SHOWN_OF_A_SUM = 12;

    private final List<Column> columns;

    Table(List<Column> columns) {
        this.columns = columns;
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
        for (String file : List.of(Deployed.JAR, Deployed.DEMO)) {
            text.append(row(file + ", SHA-256", column -> sum(column, file)));
        }
        return text.append(row("Time", column -> minutes(column.time()))).toString();
    }

    /** What the servers do otherwise, each with the cause. */
    String limits() {
        return columns.stream()
                .filter(column -> !column.limits().isEmpty())
                .map(column -> "### " + column.title() + "\n\n"
                        + column.limits().stream()
                                .map(limit -> "- " + limit + "\n")
                                .collect(Collectors.joining()))
                .collect(Collectors.joining("\n"));
    }

    /** Each file that was deployed, with its whole sum. */
    String files() {
        Map<String, String> named = new LinkedHashMap<>();
        columns.forEach(column -> column.files()
                .forEach((file, sum) -> named.merge(
                        sum, file + " on " + column.title(), (before, next) -> before + ", " + column.title())));
        return named.entrySet().stream()
                .map(file -> "- `" + file.getKey() + "`: " + file.getValue() + "\n")
                .collect(Collectors.joining());
    }

    /** One line to each server. */
    String summary() {
        return columns.stream()
                .map(column -> "%-45s %-25s %s%n".formatted(column.title(), column.sum(), minutes(column.time())))
                .collect(Collectors.joining());
    }

    static String minutes(Duration time) {
        return "%d:%02d min".formatted(time.toMinutes(), time.toSecondsPart());
    }

    private TreeSet<String> checks() {
        return columns.stream()
                .flatMap(column -> column.cells().keySet().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private String row(String title, Function<Column, String> content) {
        return Stream.concat(Stream.of(title), columns.stream().map(content))
                .collect(Collectors.joining(" | ", "| ", " |\n"));
    }

    private static String cell(Column column, String check) {
        Cell cell = column.cells().get(check);
        return cell == null ? "–" : cell.toString();
    }

    private static String sum(Column column, String file) {
        String sum = column.files().get(file);
        return sum == null ? "–" : "`" + sum.substring(0, SHOWN_OF_A_SUM) + "`";
    }
}
