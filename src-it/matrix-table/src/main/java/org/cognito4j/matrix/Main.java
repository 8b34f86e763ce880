package org.cognito4j.matrix;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes {@code docs/servers/README.md} and prints a summary. */
public final class Main {

    private Main() {}

    /**
     * Ends with 1 unless every server is green.
     *
     * @param arguments the file to write, the seconds that all took, and the directories of the servers' modules
     * @throws IOException if a report cannot be read
     */
    public static void main(String[] arguments) throws IOException {
        Path page = Path.of(arguments[0]);
        Duration time = Duration.ofSeconds(Long.parseLong(arguments[1]));
        List<Column> columns = new ArrayList<>();
        for (String module : List.of(arguments).subList(2, arguments.length)) {
            columns.add(Reports.of(Path.of(module)));
        }
        Table table = new Table(columns);
        Files.writeString(page, page(table, time, page.toAbsolutePath().getParent()));
        System.out.println(table.summary() + "all of it" + " ".repeat(63) + Table.minutes(time));
        System.exit(columns.stream().allMatch(Column::isGreen) ? 0 : 1);
    }

    private static String page(Table table, Duration time, Path directory) throws IOException {
        return """
                # Servers

                What a user must do on each server, and what the server does otherwise:

                %s
                ## What the contract found

                Written by `src-it/matrix` on %s, from the reports of one run on %d cores: %s in all, building included.
                A row is a class of tests in [`src-it`](../../src-it), a cell how many of them passed (✓). *Limits* failed because
                of the server itself; each is listed below, with the cause. A dash: the server or the form has nothing that these
                tests could ask, such as Jakarta Security on Tomcat.

                %s
                ## Files

                %s
                ## Limits

                %s""".formatted(
                        pages(directory),
                        LocalDate.now(),
                        Runtime.getRuntime().availableProcessors(),
                        Table.minutes(time),
                        table.markdown(),
                        table.files(),
                        table.limits());
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
