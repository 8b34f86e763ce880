package org.cognito4j.benchmarks;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * How often a token is asked for, and how long callers wait, when many of them call at the same time: at the start of a
 * service, and when its token ends. Prints a Markdown table.
 */
public final class TokenStampede {

    private static final int COLD_CALLERS = 1_000;
    private static final int STEADY_CALLERS = 16;
    private static final Duration STEADY = Duration.ofSeconds(25);
    private static final Duration SHORT_LIFE = Duration.ofSeconds(20);

    private TokenStampede() {}

    /**
     * Measures everything.
     *
     * @param arguments none
     * @throws Exception if a call fails
     */
    public static void main(String[] arguments) throws Exception {
        System.out.println("| Caller | 1,000 callers at once, no token yet: token requests; slowest call"
                + " | 16 callers for 25 s, tokens of 20 s: token requests; calls over 50 ms; slowest |");
        System.out.println("| --- | --- | --- |");
        for (var caller : TokenCaller.all().entrySet()) {
            cold(caller.getValue()); // loads the classes
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %s | %s |%n",
                    caller.getKey(),
                    cold(caller.getValue()),
                    steady(caller.getValue()));
        }
    }

    private static String cold(Function<URI, Supplier<String>> caller) throws Exception {
        try (CountingEndpoint endpoint = new CountingEndpoint(Duration.ofHours(1))) {
            Supplier<String> tokens = caller.apply(endpoint.address());
            List<Double> waits = at(COLD_CALLERS, () -> new double[] {timed(tokens)});
            return String.format(Locale.ROOT, "%d; %.0f ms", endpoint.requests(), slowest(waits));
        }
    }

    private static String steady(Function<URI, Supplier<String>> caller) throws Exception {
        try (CountingEndpoint endpoint = new CountingEndpoint(SHORT_LIFE)) {
            Supplier<String> tokens = caller.apply(endpoint.address());
            tokens.get();
            List<Double> waits = at(STEADY_CALLERS, () -> callsOf(tokens));
            long waited = waits.stream().filter(wait -> wait > 50).count();
            return String.format(Locale.ROOT, "%d; %d; %.0f ms", endpoint.requests(), waited, slowest(waits));
        }
    }

    private static double[] callsOf(Supplier<String> tokens) {
        List<Double> waits = new ArrayList<>();
        long end = System.nanoTime() + STEADY.toNanos();
        while (System.nanoTime() < end) {
            waits.add(timed(tokens));
            pause();
        }
        return waits.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static void pause() {
        try {
            Thread.sleep(5);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static double timed(Supplier<String> tokens) {
        long start = System.nanoTime();
        tokens.get();
        return (System.nanoTime() - start) / 1e6;
    }

    private static double slowest(List<Double> waits) {
        return waits.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
    }

    /** Has as many threads do it, all beginning at the same time. */
    private static List<Double> at(int callers, Supplier<double[]> work)
            throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(callers);
        try {
            CountDownLatch ready = new CountDownLatch(callers);
            List<Future<double[]>> results = new ArrayList<>();
            for (int i = 0; i < callers; i++) {
                results.add(threads.submit(() -> {
                    ready.countDown();
                    ready.await();
                    return work.get();
                }));
            }
            List<Double> waits = new ArrayList<>();
            for (Future<double[]> result : results) {
                Arrays.stream(result.get()).forEach(waits::add);
            }
            return waits;
        } finally {
            threads.shutdown();
        }
    }
}
