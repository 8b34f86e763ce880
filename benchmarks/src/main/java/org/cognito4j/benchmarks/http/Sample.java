package org.cognito4j.benchmarks.http;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * One moment of load on one server.
 *
 * @param outcome what the load generator saw
 * @param micros the server's processor time for each request, in microseconds
 */
record Sample(Load.Outcome outcome, double micros) {

    static double median(List<Sample> samples, ToDoubleFunction<Sample> figure) {
        double[] sorted = samples.stream().mapToDouble(figure).sorted().toArray();
        return (sorted[sorted.length / 2] + sorted[(sorted.length - 1) / 2]) / 2;
    }

    /** What each request took more of the server's processor, by the median of the rounds: each hit both alike. */
    static double microsMore(List<Sample> samples, List<Sample> base) {
        double[] sorted = IntStream.range(0, samples.size())
                .mapToDouble(i -> samples.get(i).micros() - base.get(i).micros())
                .sorted()
                .toArray();
        return (sorted[sorted.length / 2] + sorted[(sorted.length - 1) / 2]) / 2;
    }

    static double throughput(List<Sample> samples) {
        return median(samples, sample -> sample.outcome().perSecond());
    }

    static long failures(List<Sample> samples) {
        return samples.stream().mapToLong(sample -> sample.outcome().failures()).sum();
    }
}
