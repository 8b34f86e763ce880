package org.cognito4j.benchmarks;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.cognito4j.benchmarks.http.FewForms;
import org.cognito4j.benchmarks.http.HttpPerformance;

/** Measures part by part, prints the tables, and writes each to its place in a file, between two marks. */
public final class Performance {

    private static final String CORRETTO = "com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider";

    private Performance() {}

    /**
     * Measures.
     *
     * @param arguments the file; then {@code --quick} for a glance; then the parts, by default all of {@code tokens}, {@code
     *     corretto}, {@code jmh}, {@code monitoring}, {@code http} and {@code scale}. A glance is printed, not written; so is {@code forms}
     *     with the names of some, which {@link FewForms} has
     * @throws Exception if something cannot be measured
     */
    public static void main(String[] arguments) throws Exception {
        List<String> words = List.of(arguments).subList(1, arguments.length);
        if (words.indexOf("forms") == 0) {
            System.out.println(Machine.describe() + "\n" + FewForms.measure(words.subList(1, words.size())));
            return;
        }
        boolean quick = words.contains("--quick");
        List<String> chosen =
                words.stream().filter(word -> !word.equals("--quick")).toList();
        Map<String, Callable<String>> parts = new LinkedHashMap<>();
        parts.put("tokens", () -> SideBySide.measure(quick ? 10 : 120));
        parts.put("corretto", () -> SideBySide.measureWith(CORRETTO, quick ? 5 : 60));
        parts.put("jmh", () -> TokenPerformance.measure(quick));
        parts.put("monitoring", () -> MonitoringCost.measure(quick ? 20 : 120));
        parts.put("http", () -> HttpPerformance.measure(quick));
        parts.put("scale", () -> Scale.measure(quick ? 2_000 : 100_000));
        if (!parts.keySet().containsAll(chosen)) {
            throw new IllegalArgumentException("There are the parts " + parts.keySet() + ", not all of " + chosen);
        }
        parts.keySet().retainAll(chosen.isEmpty() ? parts.keySet() : chosen);
        for (Map.Entry<String, Callable<String>> part : parts.entrySet()) {
            String machine = Machine.describe();
            Progress.say(part.getKey());
            String report = machine + "\n" + part.getValue().call();
            System.out.println(report);
            if (!quick) {
                write(Path.of(arguments[0]), part.getKey(), report);
            }
        }
    }

    private static void write(Path file, String part, String report) throws java.io.IOException {
        String text = Files.readString(file);
        String start = "<!-- measured: " + part + " -->\n";
        String end = "<!-- /measured: " + part + " -->";
        int from = text.indexOf(start) + start.length();
        int to = text.indexOf(end, from);
        if (from < start.length() || to < 0) {
            throw new IllegalStateException(file + " has no place for " + part);
        }
        Files.writeString(file, text.substring(0, from) + report + text.substring(to));
    }
}
