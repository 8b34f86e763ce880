package org.cognito4j.cli;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.cognito4j.cli.Terminal.Style;
import org.cognito4j.jakarta.usage.UsageContent;
import org.cognito4j.jakarta.usage.UsageRow;
import org.cognito4j.net.JsonText;
import org.cognito4j.net.VisibleText;

/** Prints the figures of app clients, and what may be taken away from them. */
final class UsageReport {

    private static final List<String> LIMITS = List.of(
            "calls that were not made in that time, such as yearly ones",
            "other APIs that accept the same client, and nodes whose files are not named here",
            "clients that name the scope when they ask for a token (scope=...): the pool answers invalid_scope to them once the"
                    + " scope is gone, so remove it there first",
            "what the application's own code decides without asking isUserInRole",
            "calls of resources that ask for nothing: on other servers than Jetty their needs are unknown",
            "conditions on the claim scope in the settings, cognito.required-claims.\"scope\"",
            "scopes that no token has carried");

    private final List<UsageContent> contents;
    private final List<UsageRow> rows;
    private final Terminal terminal;
    private final Duration age;
    private final Set<String> servers = new TreeSet<>();

    /**
     * A report.
     *
     * @param rows one for each client
     * @param age how long a scope was not needed before it counts as unused
     */
    UsageReport(List<UsageContent> contents, List<UsageRow> rows, Terminal terminal, Duration age) {
        this.contents = contents;
        this.rows = rows;
        this.terminal = terminal;
        this.age = age;
        contents.forEach(content -> servers.addAll(content.resourceServers()));
    }

    /** What is known about one client's scopes. */
    private record Verdict(List<String> unused, List<String> doubtful, List<String> foreign, String doubt) {}

    void print(boolean json) {
        if (json) {
            Map<String, Object> members = new LinkedHashMap<>();
            members.put("clients", rows.stream().map(this::members).toList());
            members.put("unknown", LIMITS);
            terminal.out().println(JsonText.object(members));
            return;
        }
        contents.forEach(content -> line("Application " + content.application() + ", until " + content.written()));
        contents.forEach(
                content -> content.blind().forEach(reason -> line("  All needs are unknown there: " + reason + ".")));
        line("");
        printTable();
        rows.forEach(this::printClient);
        line("");
        line("The figures cannot show:");
        LIMITS.forEach(limit -> line("- " + limit));
    }

    private void printTable() {
        int width = rows.stream()
                .mapToInt(row -> VisibleText.of(row.name()).length())
                .max()
                .orElse(0);
        String format = "%-" + Math.max(6, Math.min(40, width)) + "s %9s %9s %9s  %-20s  %s";
        line(String.format(format, "Client", "Calls", "Unknown", "Refused", "Since", "Last request"));
        for (UsageRow row : rows) {
            line(String.format(
                    format, row.name(), row.calls(), row.unknown(), refused(row), seconds(row.since()), lastSeen(row)));
        }
    }

    private static long refused(UsageRow row) {
        return row.refused().values().stream().mapToLong(Long::longValue).sum();
    }

    private static String lastSeen(UsageRow row) {
        return row.lastSeen() == 0
                ? "never"
                : Instant.ofEpochSecond(row.lastSeen()).toString();
    }

    private static String seconds(Instant instant) {
        return Instant.ofEpochSecond(instant.getEpochSecond()).toString();
    }

    private void printClient(UsageRow row) {
        line("");
        line(
                row.clientId().isEmpty()
                        ? "All other clients"
                        : "Client " + row.name() + " (" + row.clientId() + " of pool " + row.userPool() + ")");
        if (row.lastSeen() == 0) {
            line("  never came" + (row.clientId().isEmpty() ? "" : ": does it still need to be accepted?"));
        }
        new TreeMap<>(row.refused()).forEach((code, times) -> line("  refused:  " + code + ", " + times + " times"));
        if (row.clientId().isEmpty()) {
            return;
        }
        new TreeMap<>(row.scopes()).forEach((scope, times) -> {
            if (times > 0) {
                line("  needed:   " + scope + ", " + times + " times");
            }
        });
        Verdict verdict = judge(row);
        verdict.foreign.forEach(scope -> line("  not judged: " + scope + ", of another resource server"));
        verdict.doubtful.forEach(scope -> line("  perhaps unused: " + scope + " (" + verdict.doubt + ")"));
        verdict.unused.forEach(scope -> terminal.out()
                .println("  " + terminal.styled("unused:", Style.DOUBTFUL) + "   " + VisibleText.of(scope)));
        printRemoval(row, verdict.unused);
    }

    private void printRemoval(UsageRow row, List<String> unused) {
        ScopeRemoval removal = new ScopeRemoval(row, unused);
        if (unused.isEmpty() || !removal.isPossible()) {
            return;
        }
        line("  To take them away, with the AWS CLI of today, as an older one resets what it does not know:");
        line("");
        removal.command().forEach(part -> line("    " + part));
        line("");
        line("  Or with Terraform. The first list is what tokens carried; if yours has more, keep yours:");
        line("");
        removal.terraform().forEach(part -> line("    " + part));
    }

    private Verdict judge(UsageRow row) {
        List<String> own = new ArrayList<>(row.idle());
        List<String> foreign = own.stream().filter(scope -> !isOfServer(scope)).toList();
        own.removeAll(foreign);
        String doubt = doubt(row);
        return doubt.isEmpty() ? new Verdict(own, List.of(), foreign, "") : new Verdict(List.of(), own, foreign, doubt);
    }

    private String doubt(UsageRow row) {
        if (row.unknown() > 0) {
            return "the needs of " + row.unknown() + " calls are unknown";
        }
        if (Duration.between(row.since(), terminal.clock().instant()).compareTo(age) < 0) {
            return "the figures are of less than " + age.toDays() + " days";
        }
        if (servers.isEmpty()) {
            return "cognito.resource-server is not set, so it may be a scope of another API";
        }
        return new ScopeRemoval(row, List.of()).isPossible() ? "" : "the file names things that AWS cannot have";
    }

    /** Where no resource server is named, any scope may be the application's. */
    private boolean isOfServer(String scope) {
        int slash = scope.lastIndexOf('/');
        return servers.isEmpty() || slash > 0 && servers.contains(scope.substring(0, slash));
    }

    private Map<String, Object> members(UsageRow row) {
        Verdict verdict = judge(row);
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("clientId", row.clientId());
        members.put("name", row.name());
        members.put("userPool", row.userPool());
        members.put("since", row.since().toString());
        members.put("lastSeen", row.lastSeen());
        members.put("calls", row.calls());
        members.put("callsOfUnknownNeeds", row.unknown());
        members.put("refused", new TreeMap<>(row.refused()));
        members.put("scopes", new TreeMap<>(row.scopes()));
        members.put("unused", verdict.unused);
        members.put("perhapsUnused", verdict.doubtful);
        members.put("notJudged", verdict.foreign);
        return members;
    }

    private void line(String text) {
        terminal.out().println(VisibleText.of(text));
    }
}
