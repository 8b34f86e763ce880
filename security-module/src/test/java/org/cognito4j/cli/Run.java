package org.cognito4j.cli;

import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Map;
import org.cognito4j.GenuineTokens;
import org.cognito4j.net.StrictJson;

/**
 * A run of the program within this process.
 *
 * @param code its exit code
 * @param out what it reported
 * @param err what it said besides
 */
record Run(int code, String out, String err) {

    static Run of(String input, String... arguments) {
        return of(false, input, arguments);
    }

    static Run inColours(String input, String... arguments) {
        return of(true, input, arguments);
    }

    private static Run of(boolean colours, String input, String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Terminal terminal = new Terminal(
                new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                new PrintWriter(out),
                new PrintWriter(err),
                InstantSource.fixed(GenuineTokens.NOW),
                colours);
        int code = Main.run(terminal, arguments);
        return new Run(code, out.toString(), err.toString());
    }

    Map<String, Object> json() throws StrictJson.Malformed {
        return StrictJson.object(out.getBytes(StandardCharsets.UTF_8), 1_000);
    }

    String all() {
        return out + err;
    }
}
