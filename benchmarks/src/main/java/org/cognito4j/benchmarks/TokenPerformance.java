package org.cognito4j.benchmarks;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** Runs {@link TokenBenchmark}, each subject in a process of its own. */
final class TokenPerformance {

    static final Map<String, String> TITLES = titles();

    private final Map<String, Figures> one = new LinkedHashMap<>();
    private final Map<String, Figures> two = new LinkedHashMap<>();
    private final StringBuilder bars = new StringBuilder("\n| Bar | State |\n| --- | --- |\n");

    private record Figures(double nanos, double bytes) {}

    private TokenPerformance() {}

    static String measure(boolean quick) throws RunnerException {
        TokenPerformance performance = new TokenPerformance();
        performance.run(1, quick, performance.one);
        performance.run(2, quick, performance.two);
        return performance.table() + performance.bars();
    }

    private void run(int threads, boolean quick, Map<String, Figures> figures) throws RunnerException {
        Collection<RunResult> results = new Runner(new OptionsBuilder()
                        .include(TokenBenchmark.class.getName())
                        .threads(threads)
                        .forks(1)
                        .warmupIterations(quick ? 1 : 3)
                        .warmupTime(TimeValue.milliseconds(1_000))
                        .measurementIterations(quick ? 2 : 8)
                        .measurementTime(TimeValue.milliseconds(quick ? 300 : 700))
                        .addProfiler(GCProfiler.class)
                        .addProfiler(CpuProfiler.class)
                        .shouldFailOnError(true)
                        .build())
                .run();
        for (RunResult result : results) {
            figures.put(
                    result.getParams().getParam("subject"),
                    new Figures(secondary(result, CpuProfiler.LABEL), secondary(result, "gc.alloc.rate.norm")));
        }
    }

    private static double secondary(RunResult result, String label) {
        return result.getSecondaryResults().entrySet().stream()
                .filter(entry -> entry.getKey().endsWith(label))
                .mapToDouble(entry -> entry.getValue().getScore())
                .findFirst()
                .orElseThrow();
    }

    private String table() {
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

    private String bars() {
        String fastest = Peers.names().stream()
                .min(Comparator.comparing(name -> one.get(name).nanos()))
                .orElseThrow();
        Figures repeat = one.get("repeat");
        Figures first = one.get("first");
        double peer = one.get(fastest).nanos();
        bar(
                "repeated token: at most 1.5 times the SHA-256",
                repeat.nanos() / one.get("sha256").nanos(),
                1.5,
                "times");
        bar("repeated token: at most 1024 bytes", repeat.bytes(), 1_024, "bytes");
        bar(
                "repeated token: 30 times faster than the fastest peer (" + TITLES.get(fastest) + ")",
                -peer / repeat.nanos(),
                -30,
                "times");
        bar(
                "first sight: at least 85 % of the raw RSA rate",
                -100 * one.get("rsa").nanos() / first.nanos(), -85, "%");
        bar("first sight: at most 24576 bytes", first.bytes(), 24_576, "bytes");
        bar(
                "first sight: faster than the fastest peer (" + TITLES.get(fastest) + ")",
                -peer / first.nanos(),
                -1,
                "times as fast");
        return bars.toString();
    }

    /** At least is written as at most, with both signs turned. */
    private void bar(String name, double value, double most, String unit) {
        bars.append(String.format(
                Locale.ROOT,
                "| %s | %s: %.2f %s |%n",
                name,
                value <= most ? "met" : "**missed**",
                Math.abs(value),
                unit));
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
