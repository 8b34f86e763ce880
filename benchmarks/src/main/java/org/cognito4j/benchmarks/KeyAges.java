package org.cognito4j.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.function.Supplier;
import org.cognito4j.benchmarks.Contender.Entry;
import org.cognito4j.benchmarks.KeyOutages.Row;
import org.cognito4j.fault.Fault;

/** What becomes of keys with time. All contenders are watched side by side, as it takes minutes. */
final class KeyAges {

    /** Longer than keys are kept by default, but for those that keep them for an hour. */
    private static final Duration WATCH = Duration.ofMinutes(7);

    private static final byte[] NOTHING = {};

    private final TokenIssuer issuer;
    private final Map<String, CompletableFuture<String>> watched = new ConcurrentHashMap<>();
    private final ExecutorService watchers = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task);
        thread.setDaemon(true);
        return thread;
    });

    KeyAges(TokenIssuer issuer) {
        this.issuer = issuer;
    }

    Map<String, Row> rows() {
        Map<String, Row> rows = new LinkedHashMap<>();
        rows.put("A key is removed from the set: its token no longer accepted", entry -> found("removed", entry));
        rows.put(
                "… the set having been called fresh for a minute (`Cache-Control: max-age=60`)",
                entry -> found("removed when fresh", entry));
        rows.put("Endpoint down for 7 min with keys in hand: a good token not accepted", entry -> found("down", entry));
        return rows;
    }

    /** The first to ask begins the watch for all. */
    private String found(String change, Entry entry) {
        for (Entry each : Contender.all()) {
            begin("removed", each, Fault::ok, () -> Fault.ok(issuer.keySet("one")));
            begin("removed when fresh", each, KeyAges::fresh, () -> fresh(issuer.keySet("one")));
            begin("down", each, Fault::ok, () -> Fault.status(503, NOTHING));
        }
        return watched.get(change + " " + entry.name()).join();
    }

    private static Fault fresh(byte[] keys) {
        return Fault.ok(keys, "Cache-Control: max-age=60");
    }

    private void begin(String change, Entry entry, Function<byte[], Fault> before, Supplier<Fault> after) {
        watched.computeIfAbsent(
                change + " " + entry.name(),
                name -> CompletableFuture.supplyAsync(
                        () -> watch(entry, before.apply(issuer.keySet("one", "two")), after.get()), watchers));
    }

    /** A token of one of two keys, asked about every half second since the endpoint changed. */
    private String watch(Entry entry, Fault before, Fault change) {
        try (Situation situation = new Situation(entry, issuer, before)) {
            String token = issuer.token("two");
            situation.call(token);
            situation.server.answer(change);
            long start = System.nanoTime();
            while (System.nanoTime() - start < WATCH.toNanos()) {
                if (!situation.call(token).accepted()) {
                    return String.format(Locale.ROOT, "after %.0f s", (System.nanoTime() - start) / 1e9);
                }
                Thread.sleep(500);
            }
            return "not in " + WATCH.toMinutes() + " min";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
