package org.cognito4j.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.cognito4j.benchmarks.Contender.Entry;
import org.cognito4j.benchmarks.Situation.Call;
import org.cognito4j.fault.Fault;
import org.cognito4j.fault.FaultServer;

/**
 * What becomes of callers when the endpoint of the keys fails in one way or another: this library beside others, all in
 * one run, over loopback. Prints a Markdown table, and writes it to the file that is named, between two marks.
 */
public final class KeyOutages {

    private static final byte[] NOTHING = {};
    private static final Duration TEN_SECONDS = Duration.ofSeconds(10);
    private static final Duration FLOOD = Duration.ofSeconds(60);

    private final TokenIssuer issuer = new TokenIssuer();
    private final byte[] goodSet = issuer.keySet("one");
    private final Map<String, Row> rows = new LinkedHashMap<>();

    /** Measures one contender. */
    interface Row {

        String measure(Entry entry) throws IOException, InterruptedException;
    }

    private KeyOutages() {
        rows.put(
                "Cold start, endpoint answers 500: first caller; slowest later one; requests in 10 s",
                this::coldRefusing);
        rows.put("… then it answers again: first good token accepted", this::recoveryRefusing);
        rows.put("Cold start, endpoint hangs: slowest of 50 callers at once; requests at once", this::coldHanging);
        rows.put("… then it no longer hangs: first good token accepted", this::recoveryHanging);
        rows.put("Rotation without overlap, ten in a row, one a second: good tokens not accepted", this::rotations);
        rows.put("Empty key set, then one unknown kid: a good token", this::emptySet);
        rows.put("Redirect to another host that publishes a key of its own: that key's token", this::redirect);
        rows.put("Endpoint down with keys in hand: a token with an unknown kid", this::unknownInOutage);
        rows.put("… and a good token", this::knownInOutage);
        rows.put("Body drips for 40 s: a cold caller", this::dripping);
        rows.put("Endless body: a cold caller", this::endless);
        rows.put(
                "Flood of unknown kids, 10,000 a second for 60 s: fetches; good callers failed; their p99, quiet → flood",
                this::flood);
        rows.put("… a rotation in its midst: seen after", this::rotationInFlood);
        rows.putAll(new KeyAnswers(issuer).rows());
        rows.putAll(new KeyAges(issuer).rows());
    }

    /**
     * Measures everything.
     *
     * @param arguments optionally the file to write the table to; or {@code only} and a word, to print just the rows
     *     whose titles hold it
     * @throws IOException if the file cannot be written
     */
    public static void main(String[] arguments) throws IOException {
        boolean some = arguments.length == 2 && arguments[0].equals("only");
        KeyOutages outages = new KeyOutages();
        outages.rows.keySet().removeIf(title -> some && !title.contains(arguments[1]));
        String table = outages.table();
        System.out.println(table);
        if (arguments.length == 1) {
            Path file = Path.of(arguments[0]);
            String marked = "<!-- measured -->\n" + table + "<!-- /measured -->";
            String before = Files.readString(file);
            Files.writeString(
                    file, before.replaceFirst("(?s)<!-- measured -->.*<!-- /measured -->", marked.replace("$", "\\$")));
        }
    }

    private String table() throws IOException {
        List<Entry> contenders = Contender.all();
        for (Entry entry : contenders) {
            // What is measured is not the loading of classes.
            try (Situation situation = new Situation(entry, issuer, Fault.ok(goodSet))) {
                situation.call(issuer.token("one"));
            }
        }
        StringBuilder table = new StringBuilder("| Situation |");
        contenders.forEach(entry -> table.append(' ').append(entry.name()).append(" |"));
        table.append("\n| --- |").append(" --- |".repeat(contenders.size())).append('\n');
        rows.forEach((title, row) -> {
            table.append("| ").append(title).append(" |");
            for (Entry entry : contenders) {
                String figure = measured(row, entry);
                System.err.println(title + " | " + entry.name() + " | " + figure);
                table.append(' ').append(figure).append(" |");
            }
            table.append('\n');
        });
        return table.toString();
    }

    private static String measured(Row row, Entry entry) {
        try {
            return row.measure(entry);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private String coldRefusing(Entry entry) throws IOException, InterruptedException {
        try (Situation situation = new Situation(entry, issuer, Fault.status(500, NOTHING))) {
            String token = issuer.token("one");
            Call first = situation.call(token);
            double slowest = 0;
            long end = System.nanoTime() + TEN_SECONDS.toNanos();
            while (System.nanoTime() < end) {
                slowest = Math.max(slowest, situation.call(token).millis());
                Thread.sleep(20);
            }
            int requests = situation.server.requests().size();
            return String.format(Locale.ROOT, "%s; %.1f ms; %d", first, slowest, requests);
        }
    }

    private String recoveryRefusing(Entry entry) throws IOException, InterruptedException {
        return recovery(entry, Fault.status(500, NOTHING));
    }

    private String recoveryHanging(Entry entry) throws IOException, InterruptedException {
        return recovery(entry, Fault.silence());
    }

    private String recovery(Entry entry, Fault outage) throws IOException, InterruptedException {
        try (Situation situation = new Situation(entry, issuer, outage)) {
            String token = issuer.token("one");
            situation.call(token);
            CompletableFuture<Call> pending = situation.begin(token);
            Thread.sleep(1_300);
            situation.server.answer(Fault.ok(goodSet));
            return firstAccepted(situation, () -> token, pending);
        }
    }

    private String coldHanging(Entry entry) throws IOException {
        try (Situation situation = new Situation(entry, issuer, Fault.silence())) {
            String token = issuer.token("one");
            List<CompletableFuture<Call>> calls =
                    IntStream.range(0, 50).mapToObj(i -> situation.begin(token)).toList();
            Situation.await(CompletableFuture.allOf(calls.toArray(CompletableFuture[]::new))
                    .thenApply(all -> calls.get(0).join()));
            List<Call> answered =
                    calls.stream().map(call -> call.getNow(Situation.NO_ANSWER)).toList();
            Call slowest = answered.stream()
                    .max(Comparator.comparingDouble(Call::millis))
                    .orElseThrow();
            return slowest + "; " + situation.server.mostAtOnce();
        }
    }

    private String rotations(Entry entry) throws IOException, InterruptedException {
        try (Situation situation = new Situation(entry, issuer, Fault.ok(goodSet))) {
            situation.call(issuer.token("one"));
            int refused = 0;
            for (int i = 0; i < 10; i++) {
                String keyId = "rotated " + i;
                situation.server.answer(Fault.ok(issuer.keySet(keyId)));
                refused += situation.call(issuer.token(keyId)).accepted() ? 0 : 1;
                Thread.sleep(1_000);
            }
            return refused + " of 10";
        }
    }

    private String emptySet(Entry entry) throws IOException, InterruptedException {
        return afterUnknownKid(entry, Fault.ok("{\"keys\":[]}".getBytes(StandardCharsets.UTF_8)), issuer.token("one"));
    }

    private String knownInOutage(Entry entry) throws IOException, InterruptedException {
        return afterUnknownKid(entry, Fault.status(503, NOTHING), issuer.token("one"));
    }

    private String unknownInOutage(Entry entry) throws IOException, InterruptedException {
        return afterUnknownKid(entry, Fault.status(503, NOTHING), issuer.token("unknown 2", "one"));
    }

    /** Jumps over the short time in which some do not fetch again. */
    private String afterUnknownKid(Entry entry, Fault fault, String token) throws IOException, InterruptedException {
        try (Situation situation = new Situation(entry, issuer, Fault.ok(goodSet))) {
            situation.call(issuer.token("one"));
            Thread.sleep(1_000);
            situation.server.answer(fault);
            situation.call(issuer.token("unknown", "one"));
            return situation.call(token).toString();
        }
    }

    private String redirect(Entry entry) throws IOException {
        try (FaultServer elsewhere = new FaultServer(Fault.ok(issuer.keySet("attacker")))) {
            String target = "http://localhost:" + elsewhere.address("/").getPort() + "/jwks.json";
            try (Situation situation = new Situation(entry, issuer, Fault.redirect(302, target))) {
                return situation.call(issuer.token("attacker")).toString();
            }
        }
    }

    private String dripping(Entry entry) throws IOException {
        long pause = 40_000 / goodSet.length;
        try (Situation situation =
                new Situation(entry, issuer, Fault.drippingBody(goodSet, Duration.ofMillis(pause)))) {
            return situation.call(issuer.token("one")).toString();
        }
    }

    private String endless(Entry entry) throws IOException {
        try (Situation situation = new Situation(entry, issuer, Fault.endless())) {
            return situation.call(issuer.token("one")).toString();
        }
    }

    private String flood(Entry entry) throws IOException, InterruptedException {
        try (Situation situation = new Situation(entry, issuer, Fault.ok(goodSet))) {
            String good = issuer.token("one");
            situation.call(good);
            List<Call> quiet = goodCalls(situation, good, Duration.ofSeconds(5));
            int before = situation.server.requests().size();
            Flood flood = new Flood(situation);
            List<Call> flooded = goodCalls(situation, good, FLOOD);
            long rate = flood.perSecond();
            flood.stop();
            int fetches = situation.server.requests().size() - before;
            long failed = flooded.stream().filter(call -> !call.accepted()).count();
            return String.format(
                    Locale.ROOT,
                    "%d; %d of %d; %.1f → %.1f ms (%d junk tokens a second)",
                    fetches,
                    failed,
                    flooded.size(),
                    p99(quiet),
                    p99(flooded),
                    rate);
        }
    }

    private String rotationInFlood(Entry entry) throws IOException, InterruptedException {
        try (Situation situation = new Situation(entry, issuer, Fault.ok(goodSet))) {
            situation.call(issuer.token("one"));
            issuer.token("next");
            Flood flood = new Flood(situation);
            Thread.sleep(7_000);
            situation.server.answer(Fault.ok(issuer.keySet("one", "next")));
            String seen = firstAccepted(situation, () -> issuer.token("next"), CompletableFuture.completedFuture(null));
            flood.stop();
            return seen;
        }
    }

    private static List<Call> goodCalls(Situation situation, String token, Duration period)
            throws InterruptedException {
        List<Call> calls = new ArrayList<>();
        long end = System.nanoTime() + period.toNanos();
        while (System.nanoTime() < end) {
            calls.add(situation.callHere(token));
            Thread.sleep(5);
        }
        return calls;
    }

    /** One caller after the other, as soon as the one before has its answer. */
    private static String firstAccepted(Situation situation, Supplier<String> token, CompletableFuture<Call> pending)
            throws InterruptedException {
        long start = System.nanoTime();
        while (System.nanoTime() - start < Situation.PATIENCE.toNanos()) {
            Call call = pending.isDone() ? situation.call(token.get()) : Situation.await(pending);
            if (call != null && call.accepted()) {
                return String.format(Locale.ROOT, "%.1f s", (System.nanoTime() - start) / 1e9);
            }
            Thread.sleep(20);
        }
        return "not in " + Situation.PATIENCE.toSeconds() + " s";
    }

    private static double p99(List<Call> calls) {
        double[] sorted = calls.stream().mapToDouble(Call::millis).sorted().toArray();
        return sorted[Math.min(sorted.length - 1, (int) Math.ceil(sorted.length * 0.99) - 1)];
    }
}
