package org.cognito4j.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Takes a denial in a policy file back. */
@Command(
        name = "allow",
        description = {
            "Takes back what deny has written into a policy file. What other places deny stays denied.",
            "",
            "The file is checked by the rules of the start and replaced in one step, with its last line. Comments,"
                    + " order, permissions and links stay.",
            ""
        },
        sortOptions = false,
        footerHeading = "%nExamples:%n",
        footer = {
            "  java -jar <drop-in jar> allow --policy policy.properties --client 1example23456789",
            "  java -jar <drop-in jar> allow --policy policy.properties --client 1example23456789 --issued-before"
        })
final class AllowCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin
    private PolicyTarget target = new PolicyTarget();

    @Option(
            names = "--issued-before",
            description = "Accept tokens by their age again, of the client, or of all clients if none is named.")
    private boolean issuedBefore;

    @Mixin
    private PolicyOptions options = new PolicyOptions();

    AllowCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        target.check(options);
        if (issuedBefore && target.tokenId().isPresent()) {
            throw options.mistake("Name a token or --issued-before, one after the other.");
        }
        if (target.client().isEmpty() && target.tokenId().isEmpty() && !issuedBefore) {
            throw options.mistake("Say what to allow: --client, --issued-before or --token-id.");
        }
        return new PolicyChangeRun(options, terminal).run(this::allow);
    }

    private void allow(PolicyDraft draft) {
        if (target.tokenId().isPresent()) {
            String tokenId = target.tokenId().get();
            target.prefixesOf("denied-tokens", draft.text())
                    .forEach(prefix -> draft.removeToken(
                            prefix + "denied-tokens", tokenId, "token " + tokenId + ": accepted until it expires"));
        } else if (target.client().isPresent()) {
            String client = target.client().get();
            String prefix = target.clientPrefix(options, draft.text(), options.rules()) + "clients.\"" + client + "\".";
            draft.remove(
                    prefix + (issuedBefore ? "issued-before" : "denied"),
                    "client " + client
                            + (issuedBefore ? ": tokens are no longer refused by their age" : ": no longer denied"));
        } else {
            target.prefixesOf("issued-before", draft.text())
                    .forEach(prefix -> draft.remove(
                            prefix + "issued-before",
                            "all clients: tokens are refused by their age only where a client has an instant"
                                    + " of its own"));
        }
    }
}
