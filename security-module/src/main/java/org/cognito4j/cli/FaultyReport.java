package org.cognito4j.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cognito4j.SettingFault;
import org.cognito4j.cli.Terminal.Style;
import org.cognito4j.net.JsonText;
import org.cognito4j.net.VisibleText;

/** Says what is wrong with settings that cannot be used. */
record FaultyReport(List<SettingFault> faults) {

    int print(Terminal terminal, boolean json) {
        if (json) {
            terminal.out().println(JsonText.object(Map.of("verdict", "settings-wrong", "faults", members())));
        } else {
            faults.forEach(fault -> terminal.out()
                    .println(terminal.styled("FAULT", Style.BAD) + "  " + VisibleText.of(fault.toString())));
            terminal.out().println();
            terminal.out()
                    .println(faults.size() == 1 ? "One setting is wrong." : faults.size() + " settings are wrong.");
        }
        return ExitCodes.USAGE;
    }

    private List<Map<String, String>> members() {
        return faults.stream()
                .map(fault -> {
                    Map<String, String> members = new LinkedHashMap<>();
                    members.put("setting", VisibleText.of(fault.setting()));
                    members.put("problem", VisibleText.of(fault.problem()));
                    members.put("remedy", VisibleText.of(fault.remedy()));
                    return members;
                })
                .toList();
    }
}
