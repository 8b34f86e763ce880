package org.cognito4j.cli;

import picocli.CommandLine.Option;

/** How a command answers: in words, as JSON, or with its own description. */
final class OutputOptions {

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help and exit.")
    private boolean help;

    boolean json() {
        return json;
    }
}
