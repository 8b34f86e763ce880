package org.cognito4j.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What an application with {@code cognito.audit-log=all} writes and counts of single requests. */
final class AuditTrail {

    private static final Pattern LINE = Pattern.compile("\\{\"@timestamp\":.*?[\\]\\d\"e]\\}(?=\\s|$)");
    private static final Pattern FIELD = Pattern.compile("\"([a-z_4.]+)\":(?:\"([^\"]*)\"|\\[([^\\]]*)\\])");
    private static final String NO_TOKEN = "no-token";
    private static final String METHOD_OF_FENCE = "DELETE";

    private final URL base;
    private final String application;

    /**
     * The trail of an application.
     *
     * @param base its address
     */
    AuditTrail(URL base) {
        this.base = base;
        this.application = base.getPath().replaceAll("/$", "");
    }

    /** The settings for an application with a trail. */
    static Settings settings() {
        return Settings.trusting(Pools.TRUSTED).with("cognito.audit-log", "all");
    }

    /**
     * Sends a request and returns what was decided about it, each decision as its code, form, app client and missing scopes. Ensures that
     * the figures count the same.
     *
     * @param request sends it
     */
    List<String> decisionsOf(Runnable request) {
        Map<String, Long> before = figures();
        List<Map<String, String>> lines;
        try (ServerLog log = ServerLog.open()) {
            request.run();
            Map<String, Long> difference = difference(before, figures());
            difference.remove(NO_TOKEN);
            fence(log); // a line too many has been written by then
            lines = linesIn(log).stream().filter(line -> !isOfFence(line)).toList();
            Map<String, Long> counted = new TreeMap<>();
            lines.forEach(line -> counted.merge(line.get("event.reason"), 1L, Long::sum));
            assertThat(counted).as("%s", lines).isEqualTo(difference);
        }
        return lines.stream().map(AuditTrail::words).toList();
    }

    /** Returns how often requests without a token were counted for a request. */
    long anonymousIn(Runnable request) {
        Map<String, Long> before = figures();
        request.run();
        return difference(before, figures()).getOrDefault(NO_TOKEN, 0L);
    }

    /** Servers write logs in order, some of them late. One of the applications has its tokens in a header of its own. */
    private void fence(ServerLog log) {
        String expired = BadTokens.expired();
        Client.sendWithHeaders(
                base, METHOD_OF_FENCE, "read/x", "Authorization", "Bearer " + expired, "Api-Token", expired);
        await().until(() -> linesIn(log).stream().anyMatch(AuditTrail::isOfFence));
    }

    private static boolean isOfFence(Map<String, String> line) {
        return METHOD_OF_FENCE.equals(line.get("http.request.method"));
    }

    private List<Map<String, String>> linesIn(ServerLog log) {
        List<Map<String, String>> lines = new ArrayList<>();
        for (String record : log.records()) {
            Matcher line = LINE.matcher(record);
            while (line.find()) {
                Map<String, String> fields = fieldsOf(line.group());
                if (application.equals(fields.get("cognito4j.application"))) {
                    lines.add(fields);
                }
            }
        }
        return lines;
    }

    private static Map<String, String> fieldsOf(String line) {
        Map<String, String> fields = new TreeMap<>();
        Matcher field = FIELD.matcher(line);
        while (field.find()) {
            fields.put(
                    field.group(1),
                    Stream.of(field.group(2), field.group(3))
                            .filter(value -> value != null)
                            .findFirst()
                            .orElse("")
                            .replace("\"", "")
                            .replace(Pools.API + "/", ""));
        }
        return fields;
    }

    private static String words(Map<String, String> fields) {
        String missing = fields.getOrDefault("cognito4j.missing.scopes", "");
        return String.join(
                        " ",
                        fields.get("event.reason"),
                        "by",
                        fields.get("cognito4j.form"),
                        "of",
                        fields.get("cognito4j.client.id"),
                        missing.isEmpty() ? "" : "for " + missing)
                .trim();
    }

    private Map<String, Long> figures() {
        Map<String, Long> figures = new TreeMap<>();
        Client.send(base, "GET", "figures", null)
                .report()
                .forEach((key, value) -> figures.put(key, Long.valueOf(value)));
        assertThat(figures).containsKey("accepted");
        return figures;
    }

    private static Map<String, Long> difference(Map<String, Long> before, Map<String, Long> after) {
        Map<String, Long> difference = new TreeMap<>();
        after.forEach((code, count) -> difference.put(code, count - before.getOrDefault(code, 0L)));
        difference.values().removeIf(count -> count == 0);
        return difference;
    }
}
