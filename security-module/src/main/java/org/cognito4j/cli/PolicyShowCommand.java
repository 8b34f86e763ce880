package org.cognito4j.cli;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cognito4j.InvalidSettings;
import org.cognito4j.config.PolicyFileEdit;
import org.cognito4j.config.PolicyText;
import org.cognito4j.net.JsonText;
import org.cognito4j.net.VisibleText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Shows what a policy file denies. */
@Command(
        name = "show",
        description = {"Shows what a policy file denies, and checks it by the rules of the start.", ""},
        sortOptions = false,
        footerHeading = "%nExample:%n",
        footer = "  java -jar <drop-in jar> policy show --policy policy.properties")
final class PolicyShowCommand implements Callable<Integer> {

    private static final Pattern CLIENT =
            Pattern.compile("cognito\\.(?:pool\\.([^.]+)\\.)?clients\\.\"?([\\w+]+)\"?\\.(denied|issued-before)");
    private static final Pattern ALL = Pattern.compile("cognito\\.(?:pool\\.([^.]+)\\.)?(issued-before|denied-tokens)");

    private final Terminal terminal;

    @Mixin
    private PolicyOptions options = new PolicyOptions();

    PolicyShowCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        try {
            PolicyText policy = options.edit().read();
            options.rules().check(policy.sealed());
            print(lines(policy), options.edit().isSealed());
            return ExitCodes.GOOD;
        } catch (PolicyFileEdit.Refused e) {
            return PolicyTarget.print(e, terminal);
        } catch (InvalidSettings e) {
            new FaultyReport(e.faults()).print(terminal, options.json());
            return ExitCodes.FAULT;
        }
    }

    private void print(List<String> lines, boolean isSealed) {
        if (options.json()) {
            Map<String, Object> members = new LinkedHashMap<>();
            members.put("denied", lines);
            members.put("sealed", isSealed);
            terminal.out().println(JsonText.object(members));
            return;
        }
        lines.forEach(terminal.out()::println);
        terminal.out().println(lines.isEmpty() ? "Nothing is denied." : "");
        terminal.out()
                .println(
                        isSealed
                                ? "The policy ends with its last line."
                                : "The policy has no last line, which names the digest of all before it: write it with"
                                        + " policy seal.");
    }

    private List<String> lines(PolicyText policy) {
        List<String> lines = new ArrayList<>();
        for (String key : policy.keys()) {
            String value = policy.value(key).orElse("");
            Matcher client = CLIENT.matcher(key);
            Matcher all = ALL.matcher(key);
            if (client.matches()) {
                boolean isAge = client.group(3).equals("issued-before");
                if (isAge || value.equals("true")) {
                    lines.add("client " + client.group(2) + of(client.group(1)) + ": "
                            + (isAge ? "tokens issued before " + value : "every token"));
                }
            } else if (all.matches() && all.group(2).equals("issued-before")) {
                lines.add("all clients" + of(all.group(1)) + ": tokens issued before " + value);
            } else if (all.matches()) {
                Pattern.compile("\\s*,\\s*")
                        .splitAsStream(value)
                        .filter(token -> !token.isBlank())
                        .forEach(token -> lines.add(token(token, of(all.group(1)))));
            }
        }
        return lines.stream().map(VisibleText::of).toList();
    }

    private static String of(String pool) {
        return pool == null ? "" : " of pool " + pool;
    }

    private String token(String element, String of) {
        int at = element.lastIndexOf('@');
        String until = element.substring(at + 1);
        return "token " + element.substring(0, Math.max(0, at)) + of + ": until " + until
                + (isOver(until) ? ", which has passed" : "");
    }

    private boolean isOver(String until) {
        try {
            return !terminal.clock().instant().isBefore(Instant.parse(until));
        } catch (DateTimeParseException e) {
            return false;
        }
    }
}
