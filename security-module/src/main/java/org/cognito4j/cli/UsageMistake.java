package org.cognito4j.cli;

import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * What is said of a command line that cannot be used. picocli's own messages quote what was typed, which may be a token
 * that landed in the wrong place; these never do.
 */
final class UsageMistake {

    private static final String NOT_REPEATED = "It is not repeated here, as it may be a token. ";

    private UsageMistake() {}

    static int report(ParameterException mistake, PrintWriter err) {
        err.println(message(mistake));
        err.println("See " + mistake.getCommandLine().getCommandSpec().qualifiedName() + " --help.");
        return ExitCodes.USAGE;
    }

    private static String message(ParameterException mistake) {
        if (mistake instanceof Refused) {
            return mistake.getMessage();
        }
        if (mistake instanceof UnmatchedArgumentException) {
            return "There is an argument that means nothing here. " + NOT_REPEATED
                    + "A token is never an argument, where"
                    + " other users of the machine could see it: it is read from standard input.";
        }
        if (mistake instanceof MissingParameterException missing
                && !missing.getMissing().isEmpty()) {
            return name(missing.getMissing().get(0)) + " lacks its value.";
        }
        String option = name(mistake.getArgSpec());
        return option.isEmpty()
                ? "The command line cannot be used. Say what to do: explain, doctor, deny, allow or policy."
                : "What is given to " + option + " cannot be used. " + NOT_REPEATED.stripTrailing();
    }

    private static String name(@Nullable ArgSpec argument) {
        return argument instanceof OptionSpec option ? option.longestName() : "";
    }

    /** A mistake in words of our own, which quote nothing that was typed. */
    static final class Refused extends ParameterException {

        private static final long serialVersionUID = 1;

        Refused(CommandLine command, String message) {
            super(command, message);
        }
    }
}
