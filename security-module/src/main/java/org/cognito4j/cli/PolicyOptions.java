package org.cognito4j.cli;

import java.nio.file.Path;
import java.util.List;
import org.cognito4j.config.PolicyFileEdit;
import org.cognito4j.config.PolicyRules;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** Which policy file is meant, and by which other settings it is checked. The exit codes of all commands that have these options. */
@Command(
        exitCodeListHeading = ExitCodes.HEADING,
        exitCodeList = {
            ExitCodes.POLICY_GOOD_TEXT,
            ExitCodes.POLICY_FAULT_TEXT,
            ExitCodes.USAGE_TEXT,
            ExitCodes.FAILURE_TEXT
        })
final class PolicyOptions {

    @Spec(Target.MIXEE)
    private CommandSpec command;

    @Option(names = "--policy", paramLabel = "<file>", required = true, description = "The policy file.")
    private Path file;

    @Mixin
    private SettingsOption settings = new SettingsOption();

    @Mixin
    private OutputOptions output = new OutputOptions();

    PolicyOptions() {}

    PolicyFileEdit edit() {
        return new PolicyFileEdit(file);
    }

    PolicyRules rules() {
        return new PolicyRules(file, settings.configuration());
    }

    Path file() {
        return file;
    }

    boolean json() {
        return output.json();
    }

    UsageMistake.Refused mistake(String message) {
        return new UsageMistake.Refused(command.commandLine(), message);
    }

    /** A name that was typed is shown, so it must be no token. */
    void requireNoToken(String name, String option) {
        TypedNames.requireNoToken(List.of(name), option, command);
    }
}
