package org.cognito4j.benchmarks.http;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Measures what {@link HttpComparison} and {@link StartUp} can, and writes it as tables with bars. */
public final class HttpPerformance {

    private static final int RATE = 1_000;

    private final StringBuilder report = new StringBuilder();
    private final StringBuilder bars = new StringBuilder();
    private final boolean quick;

    private HttpPerformance(boolean quick) {
        this.quick = quick;
    }

    /**
     * Measures.
     *
     * @param quick whether a glance will do
     * @return tables in Markdown
     * @throws IOException if something cannot be started
     */
    public static String measure(boolean quick) throws IOException {
        return new HttpPerformance(quick).measure();
    }

    /**
     * Prints what is measured.
     *
     * @param arguments {@code quick}, or nothing
     * @throws IOException if something cannot be started
     */
    public static void main(String[] arguments) throws IOException {
        System.out.println(measure(arguments.length > 0));
    }

    private String measure() throws IOException {
        int rounds = quick ? 2 : 12;
        int millis = quick ? 400 : 1_000;
        SeveralStarts starts = quick ? new SeveralStarts(1, 1_000, 2, millis) : new SeveralStarts(3, 9_000, 4, millis);
        Map<Form, List<Sample>> closed = starts.measure(List.of(Form.values()));
        try (HttpComparison comparison = new HttpComparison(quick ? 10_000 : 60_000, List.of(Form.values()))) {
            comparison.warmUp(quick ? 1_000 : 6_000);
            comparison.warmUp(quick ? 500 : 3_000);
            Map<Form, List<Sample>> paced = comparison.measure(false, RATE, millis * 2, rounds);
            table("The same tokens again and again", closed, paced);
            bars(closed, paced);
            table(
                    "Each token once",
                    comparison.measure(true, 0, millis, Math.max(1, rounds / 3)),
                    comparison.measure(true, RATE, millis * 2, Math.max(1, rounds / 3)));
            comparison.keysAway(true);
            table(
                    "The same tokens while the publisher of keys is away",
                    comparison.measure(false, 0, millis, Math.max(1, rounds / 3)),
                    comparison.measure(false, RATE, millis * 2, Math.max(1, rounds / 3)));
            table(
                    "Each token once while the publisher of keys is away",
                    comparison.measure(true, 0, millis, Math.max(1, rounds / 5)),
                    comparison.measure(true, RATE, millis * 2, Math.max(1, rounds / 5)));
        }
        report.append("\n| HTTP bar | State |\n| --- | --- |\n").append(bars);
        starts(StartUp.measure(quick ? 1 : 3));
        return report.toString();
    }

    private void table(String title, Map<Form, List<Sample>> closed, Map<Form, List<Sample>> paced) {
        report.append("\n**")
                .append(title)
                .append("**\n\n")
                .append(
                        "| | requests/s | % of no security | server processor µs | % of no security | p50 µs | p99 µs | p99.9 µs | failures |\n")
                .append("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |\n");
        double plain = Sample.throughput(closed.get(Form.NONE));
        double micros = Sample.median(closed.get(Form.NONE), Sample::micros);
        closed.forEach((form, samples) -> {
            List<Sample> calm = paced.get(form);
            add(
                    report,
                    "| %s | %.0f | %.0f | %.1f | %.0f | %.0f | %.0f | %.0f | %d |%n",
                    form.title(),
                    Sample.throughput(samples),
                    100 * Sample.throughput(samples) / plain,
                    Sample.median(samples, Sample::micros),
                    100 * micros / Sample.median(samples, Sample::micros),
                    Sample.median(calm, sample -> sample.outcome().p50()),
                    Sample.median(calm, sample -> sample.outcome().p99()),
                    Sample.median(calm, sample -> sample.outcome().p999()),
                    Sample.failures(samples) + Sample.failures(calm));
        });
    }

    private void bars(Map<Form, List<Sample>> closed, Map<Form, List<Sample>> paced) {
        double plain = Sample.throughput(closed.get(Form.NONE));
        double plainTail = tail(paced, Form.NONE);
        Form peer = closed.keySet().stream()
                .filter(Form::isPeer)
                .max(Comparator.comparing(form -> Sample.throughput(closed.get(form))))
                .orElseThrow();
        double best = Sample.throughput(closed.get(peer));
        for (Form form : Form.values()) {
            if (form.isOurs()) {
                double own = Sample.throughput(closed.get(form));
                double wanted = form == Form.MECHANISM ? 85 : 95;
                bar(
                        form.title() + ": at least " + (int) wanted + " % of the unsecured throughput",
                        100 * own / plain,
                        wanted,
                        true,
                        "%");
                bar(form.title() + ": 1.3 times the best peer (" + peer.title() + ")", own / best, 1.3, true, "times");
                bar(
                        form.title() + ": p99 at most 20 % above the unsecured one",
                        100 * tail(paced, form) / plainTail - 100,
                        20,
                        false,
                        "% above");
            }
        }
    }

    private static double tail(Map<Form, List<Sample>> paced, Form form) {
        return Sample.median(paced.get(form), sample -> sample.outcome().p99());
    }

    private void bar(String name, double value, double wanted, boolean atLeast, String unit) {
        boolean met = atLeast ? value >= wanted : value <= wanted;
        add(bars, "| %s | %s: %.2f %s |%n", name, met ? "met" : "**missed**", value, unit);
    }

    private void starts(Map<Form, List<StartUp.Start>> starts) {
        report.append("\n**From the start of the JVM to the first 200**\n\n")
                .append("| | ms, median | ms, best | classes loaded |\n| --- | ---: | ---: | ---: |\n");
        starts.forEach((form, each) -> {
            double[] millis =
                    each.stream().mapToDouble(StartUp.Start::millis).sorted().toArray();
            add(
                    report,
                    "| %s | %.0f | %.0f | %d |%n",
                    form.title(),
                    millis[millis.length / 2],
                    millis[0],
                    each.get(0).classes());
        });
    }

    private static void add(StringBuilder text, String format, Object... values) {
        text.append(String.format(Locale.ROOT, format, values));
    }
}
