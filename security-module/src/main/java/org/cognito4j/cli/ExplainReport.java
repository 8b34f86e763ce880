package org.cognito4j.cli;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.cognito4j.AccessToken;
import org.cognito4j.Explanation;
import org.cognito4j.Explanation.Result;
import org.cognito4j.Explanation.Rule;
import org.cognito4j.UserPool;
import org.cognito4j.Verification.Accepted;
import org.cognito4j.Verification.Rejected;
import org.cognito4j.VerifierSettings;
import org.cognito4j.cli.Terminal.Style;
import org.cognito4j.config.Configuration;
import org.cognito4j.net.JsonText;
import org.cognito4j.net.VisibleText;

/** Prints what every rule says of a token, and what it gives. */
final class ExplainReport {

    private static final String KEYS_UNAVAILABLE = "keys-unavailable";

    private final Explanation explanation;
    private final List<VerifierSettings> pools;
    private final Configuration configuration;
    private final List<RoleAnswer> roles;

    /**
     * A report.
     *
     * @param roles that the token should give
     */
    ExplainReport(
            Explanation explanation, List<VerifierSettings> pools, Configuration configuration, List<String> roles) {
        this.explanation = explanation;
        this.pools = pools;
        this.configuration = configuration;
        this.roles = accepted()
                .map(token -> roles.stream()
                        .map(role -> RoleAnswer.of(role, token, settings()))
                        .toList())
                .orElse(List.of());
    }

    int print(Terminal terminal, boolean json) {
        if (json) {
            terminal.out().println(JsonText.object(members()));
        } else {
            printText(terminal);
        }
        return accepted().isPresent() && roles.stream().allMatch(RoleAnswer::given) ? ExitCodes.GOOD : ExitCodes.FAULT;
    }

    private Optional<AccessToken> accepted() {
        return explanation.verdict() instanceof Accepted accepted ? Optional.of(accepted.token()) : Optional.empty();
    }

    private VerifierSettings settings() {
        UserPool pool = explanation.userPool().orElseThrow();
        return pools.stream()
                .filter(settings -> settings.userPool().equals(pool))
                .findFirst()
                .orElseThrow();
    }

    private String verdict() {
        return explanation.verdict() instanceof Accepted
                ? "accepted"
                : explanation.verdict() instanceof Rejected ? "refused" : "unavailable";
    }

    private Optional<String> code() {
        if (explanation.verdict() instanceof Rejected rejected) {
            return Optional.of(rejected.reason().code());
        }
        return accepted().isPresent() ? Optional.empty() : Optional.of(KEYS_UNAVAILABLE);
    }

    private String description() {
        if (explanation.verdict() instanceof Rejected rejected) {
            return rejected.reason().description();
        }
        return accepted().isPresent()
                ? "The token is genuine, meant for this service and alive"
                : "The pool's keys cannot be had, so nobody can tell whether the token is genuine";
    }

    /** The pool's keys have the prefix of the pool; a rule that no pool is known for has that of the only one, if any. */
    private List<String> settingsOf(Rule rule) {
        String prefix = configuration.prefixFor(
                explanation.userPool().orElse(pools.get(0).userPool()).id());
        return rule.settings().stream().map(key -> prefix + key).toList();
    }

    private boolean isUnproven() {
        return explanation.rules().stream()
                .filter(rule -> rule.name().equals("signature"))
                .noneMatch(rule -> rule.result() == Result.PASSED);
    }

    private void printText(Terminal terminal) {
        PrintWriter out = terminal.out();
        boolean deciding = true;
        for (Rule rule : explanation.rules()) {
            boolean decides = deciding && rule.reason().isPresent();
            deciding &= !decides;
            out.printf(
                    "%s  %-20s %s%s%n",
                    word(rule.result(), terminal),
                    rule.name(),
                    rule.actual(),
                    rule.reason()
                            .map(reason -> " -> " + reason.code() + (decides ? ", which decides" : ""))
                            .orElse(""));
            if (!rule.expected().isEmpty()) {
                out.printf("%-8sexpected: %s%n", "", rule.expected());
            }
            if (!rule.settings().isEmpty()) {
                out.printf("%-8sset by: %s%n", "", VisibleText.of(String.join(", ", settingsOf(rule))));
            }
        }
        roles.forEach(role -> out.printf(
                "%s  %-20s %s%n", word(role.given() ? Result.PASSED : Result.FAILED, terminal), "role", role.text()));
        out.println();
        accepted().ifPresent(token -> printGains(token, out));
        printSummary(terminal);
    }

    private void printGains(AccessToken token, PrintWriter out) {
        out.println("Client: " + VisibleText.quoted(token.clientId())
                + token.clientName()
                        .map(name -> ", called " + VisibleText.quoted(name))
                        .orElse(""));
        out.println("Scopes: " + listed(token.scopes()));
        out.println("Roles:  " + listed(settings().scopeRoles().rolesOf(token)));
    }

    private static String listed(Set<String> names) {
        return names.isEmpty() ? "none" : String.join(" ", visible(names));
    }

    private void printSummary(Terminal terminal) {
        PrintWriter out = terminal.out();
        String counts = explanation.rules().stream()
                .collect(Collectors.groupingBy(Rule::result, TreeMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .map(entry -> entry.getValue() + " " + plain(entry.getKey()))
                .collect(Collectors.joining(", "));
        out.println("Rules: " + counts + ".");
        if (isUnproven()) {
            out.println("The signature did not pass, so the claims above may be anybody's words.");
        }
        String answer = code().map(code -> verdict() + ": " + code).orElse(verdict());
        Style style = accepted().isPresent() ? Style.GOOD : Style.BAD;
        out.println("Verdict: " + terminal.styled(answer, style) + ". " + description() + ".");
        if (roles.stream().anyMatch(role -> !role.given())) {
            out.println("A resource that asks for a role the token does not give answers 403: insufficient-scope.");
        }
        code().ifPresent(code -> out.println("Causes and cures: docs/troubleshooting.md, " + code));
    }

    private static String word(Result result, Terminal terminal) {
        return switch (result) {
            case PASSED -> terminal.styled("pass", Style.GOOD);
            case FAILED -> terminal.styled("FAIL", Style.BAD);
            case UNKNOWN -> terminal.styled("????", Style.DOUBTFUL);
            case SKIPPED -> terminal.styled("----", Style.UNIMPORTANT);
        };
    }

    private static String plain(Result result) {
        return switch (result) {
            case PASSED -> "passed";
            case FAILED -> "failed";
            case UNKNOWN -> "unknown";
            case SKIPPED -> "not asked";
        };
    }

    private Map<String, Object> members() {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("verdict", verdict());
        code().ifPresent(code -> members.put("code", code));
        members.put("description", description());
        explanation.userPool().ifPresent(pool -> members.put("userPool", pool.id()));
        members.put("rules", explanation.rules().stream().map(this::members).toList());
        accepted().ifPresent(token -> {
            members.put("client", VisibleText.of(token.clientId()));
            members.put("scopes", visible(token.scopes()));
            members.put("roles", visible(settings().scopeRoles().rolesOf(token)));
        });
        if (!roles.isEmpty()) {
            members.put("wantedRoles", roles.stream().map(RoleAnswer::members).toList());
        }
        return members;
    }

    private static List<String> visible(Set<String> names) {
        return names.stream().map(VisibleText::of).toList();
    }

    private Map<String, Object> members(Rule rule) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("rule", rule.name());
        members.put("result", plain(rule.result()));
        rule.reason().ifPresent(reason -> members.put("code", reason.code()));
        members.put("expected", rule.expected());
        members.put("actual", rule.actual());
        members.put("settings", settingsOf(rule).stream().map(VisibleText::of).toList());
        return members;
    }
}
