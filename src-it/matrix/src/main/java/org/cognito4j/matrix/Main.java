package org.cognito4j.matrix;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes {@code docs/servers/README.md} and prints a summary. */
public final class Main {

    private Main() {}

    /**
     * Ends with 1 unless every server is green and every gap has a cause.
     *
     * <p>Runs in the directory of the whole project.
     *
     * @param arguments the file to write, when the last run began, the seconds that it took, and the directories of the
     *     servers' modules
     * @throws IOException if a report cannot be read
     */
    public static void main(String[] arguments) throws IOException {
        Path page = Path.of(arguments[0]);
        String run = arguments[1];
        Duration time = Duration.ofSeconds(Long.parseLong(arguments[2]));
        List<Column> columns = new ArrayList<>();
        for (String module : List.of(arguments).subList(3, arguments.length)) {
            columns.add(Reports.of(Path.of(module)));
        }
        Table table = new Table(columns);
        Path directory = page.toAbsolutePath().getParent();
        String questions = new Questions(Path.of("src-it")).list(table.checks(), directory);
        Files.writeString(page, page(table, origin(columns, run, time), questions, directory));
        System.out.println(table.summary() + "The run of " + run + " took " + Table.minutes(time));
        System.exit(table.isGreen() ? 0 : 1);
    }

    /** Which of the columns are from the last run: a table of all servers may be put together from several. */
    private static String origin(List<Column> columns, String run, Duration time) {
        long fresh = columns.stream().filter(column -> column.run().equals(run)).count();
        return "%s from the run that began %s: one server after another on %d cores, %s in all, building included."
                .formatted(
                        fresh == columns.size()
                                ? "All " + fresh + " columns are"
                                : "Of " + columns.size() + " columns " + fresh + " are",
                        run,
                        Runtime.getRuntime().availableProcessors(),
                        Table.minutes(time));
    }

    private static String page(Table table, String origin, String questions, Path directory) throws IOException {
        return """
                # Servers

                What a user must do on each server, and what the server does otherwise:

                %s
                ## What the contract found

                Written by `src-it/matrix/run` from the reports of the tests. %s
                The row *Run* tells for each column.

                A row is a class of tests, a cell how many of them passed (✓). *Limits* were run and failed because of the server
                itself, *excluded* were not run; the cause of each, and of each dash, stands below.

                %s
                ## What the rows ask

                %s
                ## Files

                %s
                ## Causes

                %s""".formatted(pages(directory), origin, table.markdown(), questions, table.files(), table.causes());
    }

    /** Links to the pages beside this one, by their titles. */
    private static String pages(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            List<Path> pages = files.filter(file -> file.toString().endsWith(".md"))
                    .filter(file -> !file.endsWith("README.md"))
                    .sorted()
                    .toList();
            List<String> links = new ArrayList<>();
            for (Path page : pages) {
                String title = Files.readAllLines(page).get(0).replaceFirst("^# ", "");
                links.add("- [" + title + "](" + page.getFileName() + ")\n");
            }
            return links.stream().collect(Collectors.joining());
        }
    }
}
