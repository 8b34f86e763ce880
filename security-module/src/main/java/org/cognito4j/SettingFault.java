package org.cognito4j;

import java.util.Objects;

/**
 * One thing that is wrong with the settings.
 *
 * @param setting the key of the setting, for example {@code cognito.clock-skew}
 * @param problem what is wrong with it, with the value that was found
 * @param remedy what to do
 */
public record SettingFault(String setting, String problem, String remedy) {

    /**
     * Takes three texts, none of them null.
     *
     * @param setting the key of the setting
     * @param problem what is wrong with it
     * @param remedy what to do
     */
    public SettingFault {
        Objects.requireNonNull(setting, "setting");
        Objects.requireNonNull(problem, "problem");
        Objects.requireNonNull(remedy, "remedy");
    }

    /**
     * The fault as one line for people.
     *
     * @return setting, problem and remedy
     */
    @Override
    public String toString() {
        return setting + ": " + problem + ". " + remedy + ".";
    }

    /** Settings are shown as they were found, save for what could break a line of a log. */
    static String quote(String value) {
        return "\"" + value.replaceAll("\\p{Cntrl}", "?") + "\"";
    }
}
