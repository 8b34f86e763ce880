package org.cognito4j.benchmarks;

import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordingFile;
import org.cognito4j.TokenVerifier;
import org.cognito4j.Verification;
import org.cognito4j.VerifierSettingsBuilder;

/** What the verdicts on many live tokens take of the heap. */
public final class Scale {

    private static final String KEY = "4PQh+BZT/1rUfM7wkVYd0a3cJzNxEoLs9Gb6tHiQy5A=";

    private Scale() {}

    /**
     * Prints it.
     *
     * @param arguments how many tokens, 100000 by default
     * @throws Exception if something cannot be measured
     */
    public static void main(String[] arguments) throws Exception {
        System.out.println(measure(arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100_000));
    }

    /** Verifies so many distinct tokens of a tenth as many clients, and all of them again, by as many threads if they are virtual. */
    static String measure(int count) throws Exception {
        TokenIssuer issuer = new TokenIssuer();
        Path keys = Files.createTempFile("keys", ".json");
        Files.write(keys, issuer.keySet(KEY));
        try (TokenVerifier verifier = TokenVerifier.of(new VerifierSettingsBuilder()
                .userPoolId(TokenIssuer.POOL)
                .clientIds(List.of("*"))
                .pinnedKeys(keys.toString())
                .keySetAddresses(List.of(URI.create("http://127.0.0.1:1/jwks.json")))
                .allowLoopbackHttp(true)
                .verdictCacheSize(count)
                .build())) {
            Progress.say("mint " + count + " tokens");
            List<String> tokens = IntStream.range(0, count)
                    .parallel()
                    .mapToObj(i -> issuer.token(KEY, KEY, "client" + i % (count / 10)))
                    .toList();
            look(verifier, List.of(issuer.token(KEY))); // what is loaded once is no verdict's
            long before = used();
            Progress.say("first look");
            String first = look(verifier, tokens);
            long bytes = used() - before;
            long hits = verifier.cacheHits();
            Progress.say("second look");
            String second = look(verifier, tokens);
            return String.format(
                    Locale.ROOT,
                    "| | |%n| --- | ---: |%n| live tokens, of clients | %d of %d |%n"
                            + "| heap for each remembered verdict | %d bytes |%n| all together | %.1f MB |%n"
                            + "| second look at all of them: remembered | %.2f %% |%n"
                            + "| first look by a virtual thread for each: pinned | %s |%n"
                            + "| second look by a virtual thread for each: pinned | %s |%n",
                    count,
                    count / 10,
                    bytes / count,
                    bytes / 1e6,
                    100.0 * (verifier.cacheHits() - hits) / count,
                    first,
                    second);
        } finally {
            Files.delete(keys);
        }
    }

    /** How often a virtual thread was pinned, by the flight recorder; by 64 others where there are no virtual ones. */
    private static String look(TokenVerifier verifier, List<String> tokens) throws Exception {
        ExecutorService threads;
        boolean virtual = Runtime.version().feature() >= 21;
        if (virtual) {
            threads = (ExecutorService)
                    Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
        } else {
            threads = Executors.newFixedThreadPool(64);
        }
        try (Recording recording = new Recording()) {
            recording.enable("jdk.VirtualThreadPinned").withThreshold(Duration.ZERO);
            recording.start();
            List<Future<?>> results = new ArrayList<>();
            for (String token : tokens) {
                results.add(threads.submit(() -> verify(verifier, token)));
            }
            for (Future<?> result : results) {
                result.get();
            }
            threads.shutdown();
            recording.stop();
            Path file = Files.createTempFile("pinned", ".jfr");
            recording.dump(file);
            long pinned = RecordingFile.readAllEvents(file).size();
            Files.delete(file);
            return virtual ? pinned + " times" : "this JDK has none, see `JDK_VIRTUAL`";
        }
    }

    private static void verify(TokenVerifier verifier, String token) {
        if (!(verifier.verify(token) instanceof Verification.Accepted)) {
            throw new IllegalStateException("a good token was not accepted");
        }
    }

    private static long used() {
        System.gc();
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
