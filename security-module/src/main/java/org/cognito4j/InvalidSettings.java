package org.cognito4j;

import java.util.List;
import java.util.stream.Collectors;

/** The settings cannot be used. Names every fault at once, each with its remedy. */
public final class InvalidSettings extends IllegalArgumentException {

    private static final long serialVersionUID = 1;

    private final transient List<SettingFault> faults;

    /**
     * An exception for the given faults.
     *
     * @param faults at least one
     */
    public InvalidSettings(List<SettingFault> faults) {
        super(describe(faults));
        this.faults = List.copyOf(faults);
    }

    /**
     * What is wrong.
     *
     * @return an unmodifiable list, never empty
     */
    public List<SettingFault> faults() {
        return faults;
    }

    private static String describe(List<SettingFault> faults) {
        return faults.stream()
                .map(fault -> "\n  - " + fault)
                .collect(Collectors.joining(
                        "", faults.size() == 1 ? "One setting is wrong:" : faults.size() + " settings are wrong:", ""));
    }
}
