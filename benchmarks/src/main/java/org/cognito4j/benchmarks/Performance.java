package org.cognito4j.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** Runs {@link TokenBenchmark} and prints its table; writes it to the file that is named, between two marks. */
public final class Performance {

    private static final Map<String, String> TITLES = titles();

    private Performance() {}

    private record Figures(double nanos, double bytes) {}

    /**
     * Measures everything.
     *
     * @param arguments optionally the file to write the table to
     * @throws RunnerException if a benchmark fails
     * @throws IOException if the file cannot be written
     */
    public static void main(String[] arguments) throws RunnerException, IOException {
        String report = machine() + table(measure(1), measure(2));
        System.out.println(report);
        if (arguments.length > 0) {
            Path file = Path.of(arguments[0]);
            String marked = "<!-- measured -->\n" + report + "<!-- /measured -->";
            Files.writeString(
                    file,
                    Files.readString(file)
                            .replaceFirst("(?s)<!-- measured -->.*<!-- /measured -->", marked.replace("$", "\\$")));
        }
    }

    private static Map<String, Figures> measure(int threads) throws RunnerException {
        Collection<RunResult> results = new Runner(new OptionsBuilder()
                        .include(TokenBenchmark.class.getName())
                        .threads(threads)
                        .forks(1)
                        .warmupIterations(4)
                        .warmupTime(TimeValue.milliseconds(1_500))
                        .measurementIterations(5)
                        .measurementTime(TimeValue.milliseconds(700))
                        .addProfiler(GCProfiler.class)
                        .addProfiler(CpuProfiler.class)
                        .shouldFailOnError(true)
                        .build())
                .run();
        Map<String, Figures> figures = new LinkedHashMap<>();
        for (RunResult result : results) {
            figures.put(
                    result.getParams().getParam("subject"),
                    new Figures(secondary(result, CpuProfiler.LABEL), secondary(result, "gc.alloc.rate.norm")));
        }
        return figures;
    }

    private static double secondary(RunResult result, String label) {
        return result.getSecondaryResults().entrySet().stream()
                .filter(entry -> entry.getKey().endsWith(label))
                .mapToDouble(entry -> entry.getValue().getScore())
                .findFirst()
                .orElseThrow();
    }

    private static String table(Map<String, Figures> one, Map<String, Figures> two) {
        StringBuilder table = new StringBuilder(
                "| | processor ns, 1 thread | processor ns, 2 threads | bytes allocated | times SHA-256 | % of the raw RSA rate |\n"
                        + "| --- | ---: | ---: | ---: | ---: | ---: |\n");
        TITLES.forEach((name, title) -> table.append(String.format(
                Locale.ROOT,
                "| %s | %.0f | %.0f | %.0f | %.2f | %.1f |%n",
                title,
                one.get(name).nanos(),
                two.get(name).nanos(),
                one.get(name).bytes(),
                one.get(name).nanos() / one.get("sha256").nanos(),
                100 * one.get("rsa").nanos() / one.get(name).nanos())));
        return table.toString();
    }

    private static String machine() {
        return String.format(
                Locale.ROOT,
                "%s, %s %s, %d processors, %s.%n%n",
                LocalDate.now(ZoneOffset.UTC),
                System.getProperty("java.vm.name"),
                Runtime.version(),
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("os.arch"));
    }

    private static Map<String, String> titles() {
        Map<String, String> titles = new LinkedHashMap<>();
        titles.put("sha256", "limit: SHA-256 of the token, `MessageDigest` used again");
        titles.put("repeat", "**cognito4j, token seen before**");
        titles.put("rsa", "limit: `SHA256withRSA` of the JDK, token split beforehand");
        titles.put("first", "**cognito4j, token seen for the first time**");
        titles.put("jose4j", "jose4j `JwtConsumer`");
        titles.put("nimbus", "Nimbus `DefaultJWTProcessor`");
        titles.put("spring", "Spring `NimbusJwtDecoder`");
        titles.put("java-jwt", "auth0 java-jwt");
        titles.put("jjwt", "jjwt");
        titles.put("smallrye-jwt", "SmallRye JWT `DefaultJWTParser`");
        titles.put("tink", "Tink `JwtPublicKeyVerify`");
        return titles;
    }
}
