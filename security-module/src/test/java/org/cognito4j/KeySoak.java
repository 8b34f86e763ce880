package org.cognito4j;

import java.io.IOException;
import java.net.Socket;
import java.security.KeyPair;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.cognito4j.fault.Fault;
import org.cognito4j.fault.FaultServer;

/**
 * Traffic beside random rotations, outages, clock jumps and floods, over real HTTP and in real time. Every verdict is
 * checked against a {@link SoakModel}. Prints its progress and a summary; fails if there was anything to complain of.
 */
public final class KeySoak implements AutoCloseable {

    private static final int KEYS = 6;
    private static final byte[] NOTHING = {};

    /** So long that it is asked whether the machine stood still. */
    private static final Duration SLOW = Duration.ofMillis(500);

    private final Random random;
    private final SoakModel model = new SoakModel();
    private final Metronome metronome = new Metronome();
    private final AtomicLong clockOffset = new AtomicLong();
    private final InstantSource clock = () -> Instant.now().plusMillis(clockOffset.get());
    private final FaultServer server = new FaultServer(this::publish);
    private final TokenVerifier verifier;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Map<Event, Integer> events = new EnumMap<>(Event.class);
    private final Map<String, AtomicLong> verdicts = new ConcurrentSkipListMap<>();
    private final ConcurrentLinkedQueue<String> complaints = new ConcurrentLinkedQueue<>();
    private final Deque<String> published = new ArrayDeque<>();
    private volatile List<String> publishedNow = List.of();
    private volatile String lastWithdrawn = "";
    private volatile boolean flooding;
    private volatile boolean over;
    private int rotations;

    private enum Event {
        ROTATION_WITH_OVERLAP,
        ROTATION_WITHOUT_OVERLAP,
        WITHDRAWAL,
        OUTAGE,
        CLOCK_JUMP,
        FLOOD,
        QUIET
    }

    private KeySoak(long seed) throws IOException {
        random = new Random(seed);
        verifier = TokenVerifier.of(
                List.of(new VerifierSettingsBuilder()
                        .userPoolId(RingUnderTest.POOL.id())
                        .clientIds(List.of(TestPool.CLIENT))
                        .keySetAddresses(List.of(server.address("/jwks.json")))
                        .allowLoopbackHttp(true)
                        .keyRefreshInterval(Duration.ofMinutes(1))
                        .build()),
                clock);
        addKey();
    }

    /**
     * Runs it.
     *
     * @param arguments how long (ISO-8601, ten minutes by default), and the seed of a run to be repeated
     * @throws Exception if a verdict was wrong
     */
    public static void main(String[] arguments) throws Exception {
        Duration length = Duration.parse(arguments.length > 0 ? arguments[0] : "PT10M");
        long seed = arguments.length > 1 ? Long.parseLong(arguments[1]) : System.nanoTime();
        System.out.println("Soaking the keys for " + length + ", seed " + seed);
        try (KeySoak soak = new KeySoak(seed)) {
            soak.run(length);
            soak.summarize();
        }
    }

    private void run(Duration length) throws InterruptedException {
        long end = System.nanoTime() + length.toNanos();
        threads.execute(() -> traffic(() -> any(publishedNow), 5));
        threads.execute(() -> traffic(() -> publishedNow.get(publishedNow.size() - 1), 5));
        threads.execute(() -> traffic(() -> lastWithdrawn, 50));
        threads.execute(() -> {
            while (!over) {
                pause(flooding ? 3 : 50);
                if (flooding) {
                    verify("junk " + System.nanoTime());
                }
            }
        });
        while (System.nanoTime() < end && complaints.isEmpty()) {
            Event event = Event.values()[random.nextInt(Event.values().length)];
            events.merge(event, 1, Integer::sum);
            System.out.printf(
                    "%5d s to go, %d fetches, %s, %s%n",
                    TimeUnit.NANOSECONDS.toSeconds(end - System.nanoTime()),
                    server.requests().size(),
                    verdicts,
                    event);
            play(event);
            Thread.sleep(1_000 + random.nextInt(6_000));
        }
        over = true;
        threads.shutdown();
        threads.awaitTermination(10, TimeUnit.SECONDS);
    }

    private void play(Event event) throws InterruptedException {
        switch (event) {
            case ROTATION_WITH_OVERLAP -> addKey();
            case ROTATION_WITHOUT_OVERLAP -> {
                withdrawAllBut(0);
                addKey();
            }
            case WITHDRAWAL -> withdrawAllBut(1);
            case OUTAGE -> {
                model.outageBegins();
                server.answer(anyOutage());
                Thread.sleep(1_000 + random.nextInt(20_000));
                server.answer(this::publish);
                model.outageIsOver();
            }
            case CLOCK_JUMP -> {
                model.clockJumps();
                clockOffset.addAndGet(Duration.ofHours(random.nextInt(60) - 20).toMillis());
                model.clockJumps();
            }
            case FLOOD -> {
                model.floodBegins();
                flooding = true;
                Thread.sleep(3_000 + random.nextInt(12_000));
                flooding = false;
                model.floodIsOver();
            }
            case QUIET -> Thread.sleep(15_000);
        }
    }

    private Fault anyOutage() {
        return switch (random.nextInt(6)) {
            case 0 -> Fault.silence();
            case 1 -> Fault.reset();
            case 2 -> Fault.ok(KeySets.ofMembers());
            case 3 -> Fault.redirect(302, "http://127.0.0.1:9/jwks.json");
            case 4 -> Fault.headersOnly(200);
            default -> Fault.status(503, NOTHING);
        };
    }

    private void publish(Socket connection) throws IOException, InterruptedException {
        List<String> keyIds = publishedNow;
        byte[] set = KeySets.ofMembers(keyIds.stream()
                .map(keyId -> KeySets.member(keyId, (RSAPublicKey) key(keyId).getPublic()))
                .toArray(String[]::new));
        Fault.ok(set).play(connection);
        model.answered(Set.copyOf(keyIds));
    }

    private void addKey() {
        String keyId = "key " + rotations++;
        published.add(keyId);
        publishedNow = List.copyOf(published);
        model.published(keyId);
    }

    private void withdrawAllBut(int kept) {
        while (published.size() > kept) {
            String keyId = published.remove();
            model.withdrawn(keyId);
            lastWithdrawn = keyId;
        }
        if (kept > 0) {
            publishedNow = List.copyOf(published);
        }
    }

    private static KeyPair key(String keyId) {
        return TestKeys.rsa("soak " + keyId.hashCode() % KEYS);
    }

    private String any(List<String> keyIds) {
        return keyIds.get((int) (System.nanoTime() / 1_000 % keyIds.size()));
    }

    private void traffic(Supplier<String> keyIds, long pauseMillis) {
        while (!over) {
            String keyId = keyIds.get();
            if (!keyId.isEmpty()) {
                verify(keyId);
            }
            pause(pauseMillis);
        }
    }

    private void verify(String keyId) {
        String token = new TokenDraft(
                        keyId, key(keyId), RingUnderTest.POOL.issuers().get(0), TestPool.CLIENT, clock.instant())
                .mint();
        boolean atHand = model.isAtHand(keyId);
        long offset = clockOffset.get();
        long lostBefore = metronome.lost();
        long start = System.nanoTime();
        Verification verdict = verifier.verify(token);
        long end = System.nanoTime();
        if (end - start > SLOW.toNanos()) {
            end = Math.max(start, end - metronome.lostSince(lostBefore));
        }
        SoakModel.Call call = new SoakModel.Call(keyId, atHand, start, end, verdict);
        if (offset == clockOffset.get()) {
            verdicts.computeIfAbsent(verdict.getClass().getSimpleName(), name -> new AtomicLong())
                    .incrementAndGet();
            model.complaint(call).ifPresent(complaint -> complaints.add(call + ": " + complaint));
        }
    }

    private void summarize() {
        System.out.printf(
                "%s; events %s; fetches %d, at most %d in a minute; verdicts %s; complaints %d%n",
                verifier.keyStates(),
                events,
                server.requests().size(),
                mostFetchesInAMinute(),
                verdicts,
                complaints.size());
        complaints.stream().limit(10).forEach(System.out::println);
        if (!complaints.isEmpty()) {
            throw new AssertionError("wrong verdicts: " + complaints.size());
        }
    }

    private long mostFetchesInAMinute() {
        List<Long> times = new ArrayList<>(
                server.requests().stream().map(FaultServer.Request::nanos).toList());
        return times.stream()
                .mapToLong(first -> times.stream()
                        .filter(other -> other >= first
                                && other - first < Duration.ofMinutes(1).toNanos())
                        .count())
                .max()
                .orElse(0);
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() throws IOException {
        verifier.close();
        server.close();
        metronome.close();
        threads.shutdownNow();
    }
}
