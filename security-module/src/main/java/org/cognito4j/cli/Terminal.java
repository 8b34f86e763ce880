package org.cognito4j.cli;

import java.io.InputStream;
import java.io.PrintWriter;
import java.time.InstantSource;

/**
 * What a command reads from and writes to.
 *
 * @param in where the token comes from
 * @param out where reports go
 * @param err where everything else goes
 * @param clock the wall clock
 * @param colours whether somebody looks at a screen that has them
 */
record Terminal(InputStream in, PrintWriter out, PrintWriter err, InstantSource clock, boolean colours) {

    /** A word of ours as it stands out on a screen. */
    String styled(String word, Style style) {
        return colours ? "\u001b[" + style.code + "m" + word + "\u001b[0m" : word;
    }

    /** How words stand out. */
    enum Style {
        GOOD("32"),
        BAD("1;31"),
        DOUBTFUL("33"),
        UNIMPORTANT("2");

        private final String code;

        Style(String code) {
            this.code = code;
        }
    }
}
