package org.cognito4j.benchmarks;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.security.Provider;
import java.security.Security;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * All subjects of {@link TokenBenchmark} in one process, by turns, in batches of about a millisecond: among thousands of
 * those some are left alone even on a machine that is busy, and the quickest of each subject tells what it takes.
 */
final class SideBySide {

    private static final int BATCH = 32;
    private static final long SECOND = 1_000_000_000L;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final Map<String, TokenBenchmark> subjects = new LinkedHashMap<>();
    private final Map<String, Double> nanos = new LinkedHashMap<>();
    private final Map<String, Long> bytes = new LinkedHashMap<>();
    private final StringBuilder report = new StringBuilder();

    private SideBySide() {}

    /** A table, and what became of the bars. */
    static String measure(int seconds) throws Exception {
        SideBySide all = run(seconds);
        all.table();
        all.bars();
        return all.report.toString();
    }

    /** A table, by a security provider that is not the platform's. */
    static String measureWith(String provider, int seconds) throws Exception {
        Security.insertProviderAt(
                (Provider) Class.forName(provider).getConstructor().newInstance(), 1);
        SideBySide all = run(seconds);
        all.table();
        return all.report.toString();
    }

    private static SideBySide run(int seconds) throws Exception {
        SideBySide all = new SideBySide();
        for (String name : TokenPerformance.TITLES.keySet()) {
            TokenBenchmark subject = new TokenBenchmark();
            subject.subject = name;
            subject.mint();
            all.subjects.put(name, subject);
        }
        long start = System.nanoTime();
        long said = start;
        for (long now = start; now - start < seconds * SECOND; now = System.nanoTime()) {
            if (now - said > 20 * SECOND) {
                said = now;
                Progress.say((now - start) / SECOND + " of " + seconds + " s");
            }
            for (Map.Entry<String, TokenBenchmark> subject : all.subjects.entrySet()) {
                all.batches(subject.getKey(), subject.getValue());
            }
        }
        return all;
    }

    private void batches(String name, TokenBenchmark subject) throws Exception {
        // As many operations for those that take little, so that reading the clock does not show.
        int operations = "sha256".equals(name) || "repeat".equals(name) ? BATCH * 32 : BATCH;
        for (int i = 0; i < BATCH; i++) {
            long allocated = THREADS.getCurrentThreadAllocatedBytes();
            long start = System.nanoTime();
            for (int n = 0; n < operations; n++) {
                subject.verify();
            }
            nanos.merge(name, (double) (System.nanoTime() - start) / operations, Math::min);
            bytes.merge(name, (THREADS.getCurrentThreadAllocatedBytes() - allocated) / operations, Math::min);
        }
    }

    private void table() {
        add(
                "| | ns | bytes allocated | times SHA-256 | %% of the raw RSA rate |%n| --- | ---: | ---: | ---: | ---: |%n");
        nanos.forEach((name, time) -> add(
                "| %s | %.0f | %d | %.2f | %.1f |%n",
                TokenPerformance.TITLES.get(name),
                time,
                bytes.get(name),
                time / nanos.get("sha256"),
                100 * nanos.get("rsa") / time));
    }

    private void bars() {
        String fastest =
                Peers.names().stream().min(Comparator.comparing(nanos::get)).orElseThrow();
        String peer = "the fastest peer (" + TokenPerformance.TITLES.get(fastest) + ")";
        double repeat = nanos.get("repeat");
        double first = nanos.get("first");
        add("%n| Bar | State |%n| --- | --- |%n");
        bar(
                "repeated token: at most 1.5 times the SHA-256",
                repeat / nanos.get("sha256") <= 1.5,
                repeat / nanos.get("sha256"));
        bar("repeated token: at most 1024 bytes", bytes.get("repeat") <= 1_024, bytes.get("repeat"));
        bar(
                "repeated token: 30 times faster than " + peer,
                nanos.get(fastest) / repeat >= 30,
                nanos.get(fastest) / repeat);
        bar(
                "first sight: at least 85 % of the raw RSA rate",
                nanos.get("rsa") / first >= 0.85, 100 * nanos.get("rsa") / first);
        bar("first sight: at most 24576 bytes", bytes.get("first") <= 24_576, bytes.get("first"));
        bar("first sight: faster than " + peer, nanos.get(fastest) > first, nanos.get(fastest) / first);
    }

    private void bar(String name, boolean met, double value) {
        add("| %s | %s: %.2f |%n", name, met ? "met" : "**missed**", value);
    }

    private void add(String format, Object... values) {
        report.append(String.format(Locale.ROOT, format, values));
    }
}
