package org.cognito4j.it;

import java.net.http.HttpHeaders;
import java.util.Map;
import java.util.stream.Collectors;

/** What came back. */
record Reply(int status, HttpHeaders headers, String body) {

    /** The one value of a header, or an empty text. */
    String header(String name) {
        return String.join(" | ", headers.allValues(name));
    }

    /** The challenge, or an empty text. */
    String challenge() {
        return header("WWW-Authenticate");
    }

    /** The lines of the application's report about its caller. */
    Map<String, String> report() {
        return body.lines()
                .map(line -> line.split("=", 2))
                .filter(pair -> pair.length == 2)
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
    }
}
