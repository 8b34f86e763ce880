package org.cognito4j.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;
import org.cognito4j.TokenVerifier;
import org.cognito4j.VerifierSettingsBuilder;
import org.cognito4j.fault.Fault;
import org.cognito4j.fault.FaultServer;

/**
 * What good callers notice of a flood of tokens with unknown key ids, on a server of fifty threads: 200 good requests a second of
 * five milliseconds each, for twenty seconds, without and with 1,000 bad tokens a second, while the endpoint of the keys is
 * slow or hangs. Prints one line for each endpoint. Needs the module's classes and test classes on the class path, of whichever
 * version is to be measured.
 */
public final class WorkerFlood {

    private static final int WORKERS = 50;
    private static final Duration LENGTH = Duration.ofSeconds(20);
    private static final long WORK_NANOS = Duration.ofMillis(5).toNanos();
    private static final int GOOD_PER_SECOND = 200;
    private static final int BAD_PER_SECOND = 1_000;

    private final TokenIssuer issuer = new TokenIssuer();
    private final byte[] keySet = issuer.keySet("one");
    private final String good = issuer.token("one");

    private WorkerFlood() {}

    /**
     * Measures both floods: each token with another key id, and all with one.
     *
     * @param arguments none
     * @throws IOException if no socket can be opened
     * @throws InterruptedException never
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        WorkerFlood flood = new WorkerFlood();
        flood.measure("warm-up", Fault.ok(flood.keySet), i -> "warm " + i);
        for (boolean different : new boolean[] {true, false}) {
            IntFunction<String> keyIds = different ? i -> "junk " + i : i -> "junk";
            String name = different ? "different ids" : "one id";
            for (int millis : new int[] {50, 300, 1_000}) {
                Fault slow = connection -> {
                    Thread.sleep(millis);
                    Fault.ok(flood.keySet).play(connection);
                };
                flood.measure(name + ", endpoint answers in " + millis + " ms", slow, keyIds);
            }
            flood.measure(name + ", endpoint hangs", Fault.silence(), keyIds);
        }
    }

    private static TokenVerifier verifier(URI keySet) {
        return TokenVerifier.of(new VerifierSettingsBuilder()
                .userPoolId(TokenIssuer.POOL)
                .clientIds(List.of(TokenIssuer.CLIENT))
                .keySetAddresses(List.of(keySet))
                .allowLoopbackHttp(true)
                .build());
    }

    private void measure(String name, Fault fault, IntFunction<String> keyIds)
            throws IOException, InterruptedException {
        try (FaultServer server = new FaultServer(Fault.ok(keySet));
                TokenVerifier verifier = verifier(server.address("/jwks.json"))) {
            verifier.verify(good);
            server.answer(fault);
            double quiet = p99(verifier, keyIds, 0);
            double flooded = p99(verifier, keyIds, BAD_PER_SECOND);
            System.out.printf(Locale.ROOT, "%s: p99 of good requests %.1f -> %.1f ms%n", name, quiet, flooded);
        }
    }

    private double p99(TokenVerifier verifier, IntFunction<String> keyIds, int badPerSecond)
            throws InterruptedException {
        ThreadPoolExecutor workers = (ThreadPoolExecutor) Executors.newFixedThreadPool(WORKERS);
        ScheduledExecutorService arrivals = Executors.newScheduledThreadPool(2);
        List<Double> millis = Collections.synchronizedList(new ArrayList<>());
        try {
            arrivals.scheduleAtFixedRate(
                    () -> {
                        long arrived = System.nanoTime();
                        workers.execute(() -> {
                            verifier.verify(good);
                            LockSupport.parkNanos(WORK_NANOS);
                            millis.add((System.nanoTime() - arrived) / 1e6);
                        });
                    },
                    0,
                    1_000_000_000L / GOOD_PER_SECOND,
                    TimeUnit.NANOSECONDS);
            if (badPerSecond > 0) {
                String[] parts = good.split("\\.");
                AtomicInteger sent = new AtomicInteger();
                arrivals.scheduleAtFixedRate(
                        () -> workers.execute(() -> verifier.verify(
                                header(keyIds.apply(sent.incrementAndGet())) + "." + parts[1] + "." + parts[2])),
                        0,
                        1_000_000_000L / badPerSecond,
                        TimeUnit.NANOSECONDS);
            }
            Thread.sleep(LENGTH.toMillis());
        } finally {
            arrivals.shutdownNow();
            workers.shutdown();
            workers.awaitTermination(30, TimeUnit.SECONDS);
        }
        List<Double> sorted = millis.stream().sorted().toList();
        return sorted.get((int) (sorted.size() * 0.99));
    }

    private static String header(String keyId) {
        String json = "{\"kid\":\"" + keyId + "\",\"alg\":\"RS256\"}";
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }
}
