package org.cognito4j.cli;

import java.io.Console;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Option;

/** The program. */
@Command(
        name = "cognito4j",
        description =
                "Explains why a Cognito access token is accepted or refused, checks a configuration, changes a policy"
                        + " file, and lists scopes that app clients do not need.",
        subcommands = CommandLine.HelpCommand.class,
        synopsisSubcommandLabel = "explain|doctor|deny|allow|policy|usage",
        exitCodeListHeading = ExitCodes.HEADING,
        exitCodeList = {ExitCodes.GOOD_TEXT, ExitCodes.FAULT_TEXT, ExitCodes.USAGE_TEXT, ExitCodes.FAILURE_TEXT})
public final class Main {

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help and exit.")
    private boolean help;

    @Option(names = "--version", versionHelp = true, description = "Show the version and exit.")
    private boolean version;

    Main() {}

    /**
     * Runs the program and ends the process with its exit code.
     *
     * @param arguments of the command line, never a token
     */
    public static void main(String[] arguments) {
        // What is wrong stands in the report, not in a log besides.
        Logger ours = Logger.getLogger("org.cognito4j");
        ours.setLevel(Level.OFF);
        Terminal terminal =
                new Terminal(System.in, writer(System.out), writer(System.err), InstantSource.system(), hasColours());
        System.exit(run(terminal, arguments));
    }

    /** Runs the program. */
    static int run(Terminal terminal, String... arguments) {
        CommandLine program = new CommandLine(new Main())
                .addSubcommand(new ExplainCommand(terminal))
                .addSubcommand(new DoctorCommand(terminal))
                .addSubcommand(new DenyCommand(terminal))
                .addSubcommand(new AllowCommand(terminal))
                .addSubcommand(PolicyCommand.of(terminal))
                .addSubcommand(new UsageCommand(terminal))
                .setExpandAtFiles(false)
                .setOut(terminal.out())
                .setErr(terminal.err())
                .setColorScheme(CommandLine.Help.defaultColorScheme(terminal.colours() ? Ansi.ON : Ansi.OFF))
                .setParameterExceptionHandler((mistake, all) -> UsageMistake.report(mistake, terminal.err()))
                .setExecutionExceptionHandler((failure, command, parsed) -> failed(failure, terminal));
        program.getCommandSpec().version("cognito4j " + packagedVersion());
        try {
            return program.execute(arguments);
        } catch (RuntimeException | Error failure) {
            return failed(failure, terminal);
        } finally {
            terminal.out().flush();
            terminal.err().flush();
        }
    }

    /** The message of a failure may quote anything, so only the kind is told. */
    private static int failed(Throwable failure, Terminal terminal) {
        terminal.err().println("Failed unexpectedly: " + failure.getClass().getName());
        return ExitCodes.FAILURE;
    }

    /** On a terminal, unless somebody set NO_COLOR. Newer JDKs have a console where there is no terminal. */
    private static boolean hasColours() {
        Console console = System.console();
        if (console == null || !Ansi.AUTO.enabled()) {
            return false;
        }
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException e) {
            return true;
        }
    }

    private static String packagedVersion() {
        return Optional.ofNullable(Main.class.getPackage().getImplementationVersion())
                .orElse("unpackaged");
    }

    /** Whatever the terminal's character set, all that is written is ASCII. */
    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(stream, true, StandardCharsets.US_ASCII);
    }
}
