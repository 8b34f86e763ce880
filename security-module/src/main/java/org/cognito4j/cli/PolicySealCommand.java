package org.cognito4j.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Writes the last line of a policy file. */
@Command(
        name = "seal",
        description = {
            "Writes the last line of a policy file that was edited by hand: the digest of all before it, without which"
                    + " a file that is cut short would be a valid one.",
            "",
            "The file is checked by the rules of the start and replaced in one step.",
            ""
        },
        sortOptions = false,
        footerHeading = "%nExample:%n",
        footer = "  java -jar <drop-in jar> policy seal --policy policy.properties --config app.war")
final class PolicySealCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin
    private PolicyOptions options = new PolicyOptions();

    PolicySealCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        return new PolicyChangeRun(options, terminal).seal();
    }
}
