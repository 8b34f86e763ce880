package org.cognito4j.benchmarks.http;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Sends requests with tokens from a file over a few connections, as a line of its input says, and answers with a line.
 * Where requests have a rate, each has an instant at which it is due, and its latency counts from there: a server that
 * stands still delays all that were due meanwhile, and they show it (no coordinated omission).
 */
public final class LoadGenerator {

    private static final int CONNECTIONS = 8;
    private static final int REPEATED = 32;

    private final List<String> tokens;
    private final ExecutorService threads = Executors.newFixedThreadPool(CONNECTIONS);
    private final Map<Integer, AtomicInteger> nextDistinct = new HashMap<>();

    private LoadGenerator(List<String> tokens) {
        this.tokens = tokens;
    }

    /**
     * Reads what to do until there is no more.
     *
     * @param arguments the file of tokens, one a line
     * @throws Exception if a connection fails
     */
    public static void main(String[] arguments) throws Exception {
        LoadGenerator generator = new LoadGenerator(Files.readAllLines(Path.of(arguments[0])));
        BufferedReader input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        try {
            for (String line = input.readLine(); line != null; line = input.readLine()) {
                System.out.println(generator.run(Load.parse(line)).line());
            }
        } finally {
            generator.threads.shutdownNow(); // whoever waits for an answer sees the end
        }
    }

    private Load.Outcome run(Load load) throws Exception {
        AtomicInteger next = load.distinct()
                ? nextDistinct.computeIfAbsent(load.port(), port -> new AtomicInteger(REPEATED))
                : new AtomicInteger();
        long start = System.nanoTime() + 5_000_000;
        List<Future<Sent>> parts = new ArrayList<>();
        for (int i = 0; i < CONNECTIONS; i++) {
            int number = i;
            parts.add(threads.submit(() -> send(load, number, next, start)));
        }
        long failures = 0;
        List<long[]> latencies = new ArrayList<>();
        for (Future<Sent> part : parts) {
            failures += part.get().failures();
            latencies.add(part.get().latencies());
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        long[] all = latencies.stream().flatMapToLong(Arrays::stream).sorted().toArray();
        return new Load.Outcome(
                all.length / seconds, failures, at(all, 0.5), at(all, 0.99), at(all, 0.999), all.length);
    }

    private record Sent(long failures, long[] latencies) {}

    private Sent send(Load load, int number, AtomicInteger next, long start) throws IOException {
        long[] latencies = new long[1 << 18];
        int sent = 0;
        long failures = 0;
        long interval = load.perSecond() == 0 ? 0 : 1_000_000_000L * CONNECTIONS / load.perSecond();
        long end = start + load.millis() * 1_000_000L;
        try (Connection connection = new Connection(load.port())) {
            for (long due = start + interval * number / CONNECTIONS; ; due += interval) {
                long now = System.nanoTime();
                if (interval == 0) {
                    due = now;
                } else {
                    waitFor(due - now);
                }
                if (due >= end || sent == latencies.length) {
                    return new Sent(failures, Arrays.copyOf(latencies, sent));
                }
                if (connection.get(token(load, next)) != 200) {
                    failures++;
                }
                latencies[sent++] = System.nanoTime() - due;
            }
        }
    }

    private static void waitFor(long nanos) {
        if (nanos > 0) {
            java.util.concurrent.locks.LockSupport.parkNanos(nanos);
        }
    }

    private String token(Load load, AtomicInteger next) {
        int i = next.getAndIncrement();
        return load.distinct()
                ? tokens.get(REPEATED + (i - REPEATED) % (tokens.size() - REPEATED))
                : tokens.get(i % REPEATED);
    }

    private static double at(long[] sorted, double part) {
        return sorted.length == 0 ? 0 : sorted[(int) Math.min(sorted.length - 1, part * sorted.length)] / 1e3;
    }
}
