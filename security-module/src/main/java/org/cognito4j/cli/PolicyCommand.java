package org.cognito4j.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The commands for a policy file as a whole. */
@Command(
        name = "policy",
        description = "Shows a policy file, or writes its last line.",
        synopsisSubcommandLabel = "show|seal",
        exitCodeListHeading = ExitCodes.HEADING,
        exitCodeList = {
            ExitCodes.POLICY_GOOD_TEXT,
            ExitCodes.POLICY_FAULT_TEXT,
            ExitCodes.USAGE_TEXT,
            ExitCodes.FAILURE_TEXT
        })
final class PolicyCommand implements Runnable {

    @Spec
    private CommandSpec command;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help and exit.")
    private boolean help;

    private PolicyCommand() {}

    /** The command with its own commands. */
    static CommandLine of(Terminal terminal) {
        return new CommandLine(new PolicyCommand())
                .addSubcommand(new PolicyShowCommand(terminal))
                .addSubcommand(new PolicySealCommand(terminal));
    }

    @Override
    public void run() {
        throw new UsageMistake.Refused(command.commandLine(), "Say what to do with the policy: show or seal.");
    }
}
