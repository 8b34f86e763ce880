package org.cognito4j.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import org.cognito4j.benchmarks.Contender.Entry;
import org.cognito4j.benchmarks.KeyOutages.Row;
import org.cognito4j.benchmarks.Situation.Call;
import org.cognito4j.fault.Fault;

/** What becomes of callers when the endpoint answers, but with something odd. */
final class KeyAnswers {

    private static final byte[] NOTHING = {};
    private static final Duration TEN_SECONDS = Duration.ofSeconds(10);
    private static final int BOMB_MEGABYTES = 64;

    private final TokenIssuer issuer;
    private final byte[] goodSet;

    KeyAnswers(TokenIssuer issuer) {
        this.issuer = issuer;
        this.goodSet = issuer.keySet("one");
    }

    Map<String, Row> rows() {
        Map<String, Row> rows = new LinkedHashMap<>();
        rows.put("Rotation with overlap, ten in a row, one a second: tokens of both keys not accepted", this::overlap);
        rows.put("The fetch for an unknown kid hangs: a good token meanwhile", this::knownWhileHanging);
        rows.put("503 with `Retry-After: 60` and an unknown kid 50 times a second: requests in 10 s", this::retryAfter);
        rows.put("No JSON, then one unknown kid: a good token", this::noJson);
        rows.put("One kid for a good key and another's: the other's token", this::twoOfOneKid);
        rows.put("A key of 1024 bits: its token", this::weakKey);
        rows.put("A member that is no key beside a good one: a good token", this::oddMember);
        rows.put("64 MiB packed into 64 KiB: a cold caller", this::bomb);
        rows.put("A copy of the keys at hand, endpoint answers 500 from the start: a good token", this::ownKeys);
        return rows;
    }

    private String overlap(Entry entry) throws IOException, InterruptedException {
        try (Situation situation = new Situation(entry, issuer, Fault.ok(goodSet))) {
            situation.call(issuer.token("one"));
            int refused = 0;
            String before = "one";
            for (int i = 0; i < 10; i++) {
                String next = "overlapping " + i;
                situation.server.answer(Fault.ok(issuer.keySet(before, next)));
                for (String keyId : new String[] {before, next}) {
                    refused += situation.call(issuer.token(keyId)).accepted() ? 0 : 1;
                }
                before = next;
                Thread.sleep(1_000);
            }
            return refused + " of 20";
        }
    }

    private String knownWhileHanging(Entry entry) throws IOException, InterruptedException {
        try (Situation situation = new Situation(entry, issuer, Fault.ok(goodSet))) {
            String good = issuer.token("one");
            situation.call(good);
            Thread.sleep(1_000);
            situation.server.answer(Fault.silence());
            CompletableFuture<Call> hanging = situation.begin(issuer.token("unknown", "one"));
            Thread.sleep(500);
            Call meanwhile = situation.call(good);
            hanging.cancel(true);
            return meanwhile.toString();
        }
    }

    private String retryAfter(Entry entry) throws IOException, InterruptedException {
        try (Situation situation = new Situation(entry, issuer, Fault.ok(goodSet))) {
            situation.call(issuer.token("one"));
            situation.server.answer(Fault.status(503, NOTHING, "Retry-After: 60"));
            int before = situation.server.requests().size();
            long end = System.nanoTime() + TEN_SECONDS.toNanos();
            for (int i = 0; System.nanoTime() < end; i++) {
                situation.call(issuer.token("unknown " + i, "one"));
                Thread.sleep(20);
            }
            return String.valueOf(situation.server.requests().size() - before);
        }
    }

    private String noJson(Entry entry) throws IOException, InterruptedException {
        byte[] html = "<html><body>Come back later</body></html>".getBytes(StandardCharsets.UTF_8);
        return afterUnknownKid(entry, html, issuer.token("one"));
    }

    private String twoOfOneKid(Entry entry) throws IOException, InterruptedException {
        return afterUnknownKid(
                entry, set(issuer.member("one", "other"), issuer.member("one", "one")), issuer.token("one", "other"));
    }

    private String afterUnknownKid(Entry entry, byte[] answer, String token) throws IOException, InterruptedException {
        try (Situation situation = new Situation(entry, issuer, Fault.ok(goodSet))) {
            situation.call(issuer.token("one"));
            Thread.sleep(1_000);
            situation.server.answer(Fault.ok(answer));
            situation.call(issuer.token("unknown", "one"));
            return situation.call(token).toString();
        }
    }

    private String weakKey(Entry entry) throws IOException {
        issuer.addWeakKey("weak");
        return cold(entry, Fault.ok(issuer.keySet("weak", "one")), issuer.token("weak"));
    }

    private String oddMember(Entry entry) throws IOException {
        return cold(entry, Fault.ok(set("{\"kty\":\"??\",\"kid\":\"odd\"}", issuer.member("one", "one"))), token());
    }

    private String bomb(Entry entry) throws IOException {
        return cold(entry, Fault.gzipBomb(BOMB_MEGABYTES), token());
    }

    private String ownKeys(Entry entry) throws IOException {
        if (entry.startWithKeys().isEmpty()) {
            return "no such setting";
        }
        BiFunction<URI, byte[], Contender> start = entry.startWithKeys().get();
        try (Situation situation =
                new Situation(address -> start.apply(address, goodSet), issuer, Fault.status(500, NOTHING))) {
            return situation.call(token()).toString();
        }
    }

    private String cold(Entry entry, Fault answer, String token) throws IOException {
        try (Situation situation = new Situation(entry, issuer, answer)) {
            return situation.call(token).toString();
        }
    }

    private String token() {
        return issuer.token("one");
    }

    private static byte[] set(String... members) {
        return ("{\"keys\":[" + String.join(",", members) + "]}").getBytes(StandardCharsets.UTF_8);
    }
}
