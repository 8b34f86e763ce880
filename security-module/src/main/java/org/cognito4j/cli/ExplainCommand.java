package org.cognito4j.cli;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.cognito4j.Explanation;
import org.cognito4j.InvalidSettings;
import org.cognito4j.TokenVerifier;
import org.cognito4j.VerifierSettings;
import org.cognito4j.config.Configuration;
import org.cognito4j.config.ServiceSettingsReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Explains what becomes of a token. */
@Command(
        name = "explain",
        description = {
            "Reads an access token from standard input and tells every rule with what it asks for, what the token has, and"
                    + " which setting changes it.",
            "",
            "The token is sent nowhere: only the pool's keys are fetched, or read from cognito.jwks-file. Its signature is"
                    + " not shown.",
            ""
        },
        sortOptions = false,
        footerHeading = "%nExamples:%n",
        footer = {
            "  java -jar <drop-in jar> explain --config app.war < token.txt",
            "  java -Dcognito.clock-skew=PT0S -jar <drop-in jar> explain --json < token.txt"
        },
        exitCodeListHeading = ExitCodes.HEADING,
        exitCodeList = {ExitCodes.GOOD_TEXT, ExitCodes.FAULT_TEXT, ExitCodes.USAGE_TEXT, ExitCodes.FAILURE_TEXT})
final class ExplainCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Spec
    private CommandSpec command;

    @Mixin
    private SettingsOption settings = new SettingsOption();

    @Option(
            names = "--role",
            paramLabel = "<role>",
            description = "A role that the token should give, as a resource asks for it. May be given several times.")
    private List<String> roles = List.of();

    @Mixin
    private OutputOptions output = new OutputOptions();

    ExplainCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        TypedNames.requireNoToken(roles, "--role", command);
        Configuration configuration = settings.configuration();
        try {
            ServiceSettingsReader.read(configuration);
            List<VerifierSettings> pools = ServiceSettingsReader.read(
                            SettingsOption.withoutKeyCheckAtStart(configuration))
                    .pools();
            try (TokenVerifier verifier = TokenVerifier.of(pools, terminal.clock())) {
                return explain(verifier, pools, configuration);
            }
        } catch (InvalidSettings e) {
            return new FaultyReport(e.faults()).print(terminal, output.json());
        }
    }

    private int explain(TokenVerifier verifier, List<VerifierSettings> pools, Configuration configuration)
            throws IOException {
        Optional<String> token = TokenInput.read(terminal.in());
        if (token.isEmpty()) {
            throw new UsageMistake.Refused(command.commandLine(), "There is no token on standard input.");
        }
        Explanation explanation = verifier.explain(token.get());
        return new ExplainReport(explanation, pools, configuration, roles).print(terminal, output.json());
    }
}
