package org.cognito4j.cli;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.cognito4j.cli.Terminal.Style;
import org.cognito4j.net.VisibleText;

/**
 * What one check of a configuration found out.
 *
 * @param check the stable name of the check
 * @param level how bad it is
 * @param text what was found
 * @param remedy what to do; empty if nothing
 */
record Finding(String check, Level level, String text, String remedy) {

    /** How bad a finding is. */
    enum Level {
        GOOD("ok", Style.GOOD),
        WARNING("warning", Style.DOUBTFUL),
        FAULT("FAULT", Style.BAD);

        private final String word;
        private final Style style;

        Level(String word, Style style) {
            this.word = word;
            this.style = style;
        }
    }

    Finding {
        text = VisibleText.of(text);
        remedy = VisibleText.of(remedy);
    }

    static Finding good(String check, String text) {
        return new Finding(check, Level.GOOD, text, "");
    }

    static Finding warning(String check, String text, String remedy) {
        return new Finding(check, Level.WARNING, text, remedy);
    }

    static Finding fault(String check, String text, String remedy) {
        return new Finding(check, Level.FAULT, text, remedy);
    }

    void print(Terminal terminal) {
        String padding = " ".repeat("warning".length() - level.word.length());
        terminal.out().printf("%s%s  %-14s %s%n", terminal.styled(level.word, level.style), padding, check, text);
        if (!remedy.isEmpty()) {
            terminal.out().printf("%-9s%-14s %s%n", "", "", "-> " + remedy);
        }
    }

    Map<String, String> members() {
        Map<String, String> members = new LinkedHashMap<>();
        members.put("check", check);
        members.put("result", level.word.toLowerCase(Locale.ROOT));
        members.put("text", text);
        if (!remedy.isEmpty()) {
            members.put("remedy", remedy);
        }
        return members;
    }
}
