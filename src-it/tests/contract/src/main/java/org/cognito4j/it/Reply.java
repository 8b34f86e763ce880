package org.cognito4j.it;

import java.net.http.HttpHeaders;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What came back. */
record Reply(int status, HttpHeaders headers, String body) {

    private static final Pattern ERROR =
            Pattern.compile("error=\"([a-z_]+)\", error_description=\"([a-z-]+): [^\"]+\"");

    /** The one value of a header, or an empty text. */
    String header(String name) {
        return String.join(" | ", headers.allValues(name));
    }

    /** The challenge, or an empty text. */
    String challenge() {
        return header("WWW-Authenticate");
    }

    /** The stable parts of a challenge that names an error, {@code <error> <reason code>}; otherwise an empty text. */
    String reason() {
        Matcher error = ERROR.matcher(challenge());
        return error.find() ? error.group(1) + " " + error.group(2) : "";
    }

    /** Whether a protected servlet or resource has run: each begins its report with its caller. */
    boolean hasReport() {
        return body.contains("caller=");
    }

    /** The lines of the application's report about its caller. */
    Map<String, String> report() {
        return body.lines()
                .map(line -> line.split("=", 2))
                .filter(pair -> pair.length == 2)
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
    }
}
