package org.cognito4j.cli;

import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.cognito4j.InvalidSettings;
import org.cognito4j.cli.PolicyDraft.Step;
import org.cognito4j.cli.Terminal.Style;
import org.cognito4j.config.PolicyFileEdit;
import org.cognito4j.config.PolicyFileEdit.Result;
import org.cognito4j.config.PolicyRules;
import org.cognito4j.net.JsonText;
import org.cognito4j.net.VisibleText;

/** Changes a policy file, after a check by the rules of the start, and prints what has changed for whom. */
final class PolicyChangeRun {

    private final PolicyOptions options;
    private final Terminal terminal;
    private List<Step> steps = List.of();

    PolicyChangeRun(PolicyOptions options, Terminal terminal) {
        this.options = options;
        this.terminal = terminal;
    }

    /**
     * Runs the change.
     *
     * @param change changes a draft of the policy
     * @return the exit code
     */
    int run(Consumer<PolicyDraft> change) {
        PolicyRules rules = options.rules();
        try {
            Result result = options.edit()
                    .apply(
                            before -> {
                                PolicyDraft draft = new PolicyDraft(before);
                                change.accept(draft);
                                steps = draft.steps();
                                return draft.text();
                            },
                            rules::check);
            return print(result, rules);
        } catch (PolicyFileEdit.Refused e) {
            return PolicyTarget.print(e, terminal);
        } catch (InvalidSettings e) {
            terminal.err()
                    .println("The policy file is as it was: the new policy would have a fault, or has one already.");
            return new FaultyReport(e.faults()).print(terminal, options.json());
        } catch (DateTimeParseException e) {
            terminal.err()
                    .println("The policy file is as it was: it holds an instant that cannot be read. Correct it.");
            return ExitCodes.FAULT;
        }
    }

    int seal() {
        PolicyRules rules = options.rules();
        try {
            return print(options.edit().seal(rules::check), rules);
        } catch (PolicyFileEdit.Refused e) {
            return PolicyTarget.print(e, terminal);
        } catch (InvalidSettings e) {
            terminal.err().println("The policy file is as it was: the policy has a fault.");
            return new FaultyReport(e.faults()).print(terminal, options.json());
        }
    }

    private int print(Result result, PolicyRules rules) {
        List<String> notes = notes(result, rules);
        if (options.json()) {
            Map<String, Object> members = new LinkedHashMap<>();
            members.put("verdict", result.isChanged() ? "changed" : "unchanged");
            members.put("policy", VisibleText.of(options.file().toString()));
            members.put("steps", steps.stream().map(Step::members).toList());
            members.put("notes", notes);
            terminal.out().println(JsonText.object(members));
        } else {
            steps.forEach(this::print);
            if (!steps.isEmpty()) {
                terminal.out().println();
            }
            notes.forEach(terminal.out()::println);
        }
        return ExitCodes.GOOD;
    }

    private void print(Step step) {
        String word = step.isChange() ? terminal.styled("changed", Style.GOOD) : "already";
        terminal.out().printf("%s  %s%n", word, VisibleText.of(step.setting()));
        terminal.out().printf("%-7s  %s%n", "", VisibleText.of(step.effect()));
    }

    private List<String> notes(Result result, PolicyRules rules) {
        String name = VisibleText.of(options.file().toString());
        List<String> notes = new ArrayList<>();
        notes.add(
                result.isChanged()
                        ? name
                                + " is in place, with its last line. Applications that watch it apply it within two"
                                + " seconds; a copy at an address has to be published."
                        : name + " is as it was: nothing had to change.");
        if (!rules.knowApplication()) {
            notes.add(
                    "It was checked by itself. With --config <the application> it is checked against the application's"
                            + " other settings, too.");
        }
        if (!result.keepsOwner()) {
            notes.add(
                    "Its owner or group is another one now: this user may not give files away. See that the application"
                            + " may still read it.");
        }
        return notes;
    }
}
