package org.cognito4j.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cognito4j.cli.Finding.Level;
import org.cognito4j.cli.Terminal.Style;
import org.cognito4j.net.JsonText;

/** Prints what the checks of a configuration found out. */
record DoctorReport(List<Finding> findings) {

    int print(Terminal terminal, boolean json) {
        boolean good = count(Level.FAULT) == 0;
        if (json) {
            Map<String, Object> members = new LinkedHashMap<>();
            members.put("verdict", good ? "good" : "faulty");
            members.put("faults", count(Level.FAULT));
            members.put("warnings", count(Level.WARNING));
            members.put("checks", findings.stream().map(Finding::members).toList());
            terminal.out().println(JsonText.object(members));
        } else {
            findings.forEach(finding -> finding.print(terminal));
            terminal.out().println();
            terminal.out()
                    .printf(
                            "Verdict: %s. Checks: %d good, %d with a warning, %d with a fault.%n",
                            good ? terminal.styled("good", Style.GOOD) : terminal.styled("faulty", Style.BAD),
                            count(Level.GOOD),
                            count(Level.WARNING),
                            count(Level.FAULT));
        }
        return good ? ExitCodes.GOOD : ExitCodes.FAULT;
    }

    private int count(Level level) {
        return (int)
                findings.stream().filter(finding -> finding.level() == level).count();
    }
}
