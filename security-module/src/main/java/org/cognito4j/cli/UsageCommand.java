package org.cognito4j.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.cognito4j.jakarta.usage.UsageContent;
import org.cognito4j.jakarta.usage.UsageRow;
import org.cognito4j.net.VisibleText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lists the scopes that app clients have and do not need. */
@Command(
        name = "usage",
        description = {
            "Lists what app clients do, and the scopes that they have and do not need, from the figures that applications"
                    + " write with cognito.usage-file. Prints the commands that take these scopes away, and runs none.",
            ""
        },
        sortOptions = false,
        footerHeading = "%nExample:%n",
        footer = "  java -jar <drop-in jar> usage /var/lib/cognito4j/usage*.json",
        exitCodeListHeading = ExitCodes.HEADING,
        exitCodeList = {
            ExitCodes.FIGURES_GOOD_TEXT,
            ExitCodes.FIGURES_FAULT_TEXT,
            ExitCodes.USAGE_TEXT,
            ExitCodes.FAILURE_TEXT
        })
final class UsageCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Parameters(
            arity = "1..*",
            paramLabel = "<file>",
            description = "The figures of every application and node that accepts the clients.")
    private List<Path> files = List.of();

    @Option(
            names = "--days",
            paramLabel = "<days>",
            defaultValue = "30",
            description =
                    "How long a scope was not needed before it counts as unused; 30 by default. Before that it is perhaps"
                            + " unused.")
    private int days = 30;

    @Mixin
    private OutputOptions output = new OutputOptions();

    UsageCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        List<UsageContent> contents = new ArrayList<>();
        for (Path file : new TreeSet<>(files.stream().map(Path::toAbsolutePath).toList())) {
            try {
                contents.add(UsageContent.read(file.normalize()));
            } catch (IOException e) {
                terminal.err()
                        .println(VisibleText.quoted(file.toString()) + " cannot be read: " + UsageContent.reason(e)
                                + ". Name files that applications write with cognito.usage-file.");
                return ExitCodes.FAULT;
            }
        }
        new UsageReport(contents, rows(contents), terminal, Duration.ofDays(Math.min(36_500, Math.max(0, days))))
                .print(output.json());
        return ExitCodes.GOOD;
    }

    /** Adds up the rows of each client; all clients that are not configured come last. */
    private static List<UsageRow> rows(List<UsageContent> contents) {
        Map<String, UsageRow> rows = new TreeMap<>();
        UsageRow others = null;
        for (UsageContent content : contents) {
            for (UsageRow row : content.rows()) {
                if (row.clientId().isEmpty()) {
                    others = others == null ? row : others.plus(row);
                } else {
                    rows.merge(row.userPool() + "/" + row.clientId(), row, UsageRow::plus);
                }
            }
        }
        List<UsageRow> all = new ArrayList<>(rows.values());
        if (others != null) {
            all.add(others);
        }
        return all;
    }
}
