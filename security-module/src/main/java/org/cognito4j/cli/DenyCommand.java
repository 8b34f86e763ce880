package org.cognito4j.cli;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.concurrent.Callable;
import org.cognito4j.VerifierSettings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Refuses tokens by a policy file. */
@Command(
        name = "deny",
        description = {
            "Refuses tokens by a policy file: every token of an app client, those that were issued before an instant,"
                    + " or one token.",
            "",
            "The file is checked by the rules of the start and replaced in one step, with its last line. Comments,"
                    + " order, permissions and links stay.",
            ""
        },
        sortOptions = false,
        footerHeading = "%nExamples:%n",
        footer = {
            "  java -jar <drop-in jar> deny --policy policy.properties --client 1example23456789",
            "  java -jar <drop-in jar> deny --policy policy.properties --client 1example23456789 --issued-before now",
            "  java -jar <drop-in jar> deny --policy policy.properties --token-id 5e5c7b2a-0d0f-4c43-9d0e-1f2a3b4c5d6e"
        })
final class DenyCommand implements Callable<Integer> {

    /** A token's longest life, and a clock skew at each end. */
    private static final Duration LONGEST_LIFE =
            Duration.ofDays(1).plus(VerifierSettings.MAX_CLOCK_SKEW.multipliedBy(2));

    private static final String NOW = "now";

    private final Terminal terminal;

    @Mixin
    private PolicyTarget target = new PolicyTarget();

    @Option(
            names = "--issued-before",
            paramLabel = "<instant>",
            description =
                    "Refuse tokens with an earlier iat alone, of the client, or of all clients if none is named: now,"
                            + " or an instant like 2026-12-01T09:30:00Z. A later instant in the file stays.")
    private @Nullable String issuedBefore;

    @Option(
            names = "--until",
            paramLabel = "<instant>",
            description =
                    "When the token of --token-id has expired. By default its longest life from now: a day and ten"
                            + " minutes.")
    private @Nullable String until;

    @Mixin
    private PolicyOptions options = new PolicyOptions();

    DenyCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        target.check(options);
        if (until != null && target.tokenId().isEmpty()) {
            throw options.mistake("--until belongs to --token-id.");
        }
        if (issuedBefore != null && target.tokenId().isPresent()) {
            throw options.mistake("Name a token or an instant, one after the other.");
        }
        if (target.client().isEmpty() && target.tokenId().isEmpty() && issuedBefore == null) {
            throw options.mistake("Say what to deny: --client, --issued-before or --token-id.");
        }
        PolicyChangeRun run = new PolicyChangeRun(options, terminal);
        if (target.tokenId().isPresent()) {
            Instant end = end();
            return run.run(draft -> denyToken(draft, target.tokenId().get(), end));
        }
        if (issuedBefore == null) {
            return run.run(draft -> denyClient(draft, target.client().orElseThrow()));
        }
        Instant instant = instant(issuedBefore, "--issued-before");
        if (instant.isAfter(terminal.clock().instant().plus(VerifierSettings.MAX_CLOCK_SKEW))) {
            throw options.mistake(
                    "The instant of --issued-before is in the future, so that new tokens would be refused, too.");
        }
        return run.run(draft -> denyIssuedBefore(draft, instant));
    }

    private void denyClient(PolicyDraft draft, String client) {
        String prefix = target.clientPrefix(options, draft.text(), options.rules());
        draft.set(
                prefix + "clients.\"" + client + "\".denied",
                "true",
                "client " + client + ": every token is refused (client-denied)");
    }

    private void denyIssuedBefore(PolicyDraft draft, Instant instant) {
        if (target.client().isPresent()) {
            String client = target.client().get();
            String prefix = target.clientPrefix(options, draft.text(), options.rules());
            draft.setLater(
                    prefix + "clients.\"" + client + "\".issued-before",
                    instant,
                    "client " + client + ": tokens issued before that are refused (issued-before)");
        } else {
            target.prefixesOf("issued-before", draft.text())
                    .forEach(prefix -> draft.setLater(
                            prefix + "issued-before",
                            instant,
                            "all clients: tokens issued before that are refused (issued-before)"));
        }
    }

    private void denyToken(PolicyDraft draft, String tokenId, Instant end) {
        target.prefixesOf("denied-tokens", draft.text())
                .forEach(prefix -> draft.addToken(
                        prefix + "denied-tokens",
                        tokenId,
                        end,
                        "token " + tokenId + ": refused until then (token-denied)"));
    }

    private Instant end() {
        Instant now = terminal.clock().instant();
        Instant end = until == null ? PolicyTarget.endOfSecond(now.plus(LONGEST_LIFE)) : instant(until, "--until");
        if (!end.isAfter(now)) {
            throw options.mistake("The instant of --until has passed: name the one at which the token has expired.");
        }
        return end;
    }

    private Instant instant(String text, String option) {
        try {
            return text.equals(NOW) ? PolicyTarget.endOfSecond(terminal.clock().instant()) : Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw options.mistake("What is given to " + option
                    + " is no instant. Write it like 2026-12-01T09:30:00Z, in UTC, or now.");
        }
    }
}
