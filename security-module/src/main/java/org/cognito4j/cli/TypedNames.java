package org.cognito4j.cli;

import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** Names that were typed after an option and will be shown: they must not be tokens that landed there by mistake. */
final class TypedNames {

    /** How a JSON object begins in base64: no role and no client does. */
    private static final String LIKE_A_TOKEN = "eyJ";

    private static final int LONGEST = 120;

    private TypedNames() {}

    static void requireNoToken(List<String> names, String option, CommandSpec command) {
        for (String name : names) {
            if (name.contains(LIKE_A_TOKEN) || name.length() > LONGEST) {
                throw new UsageMistake.Refused(
                        command.commandLine(),
                        "What is given to " + option
                                + " looks like a token, so it is not repeated here. A token is read"
                                + " from standard input.");
            }
        }
    }
}
