package org.cognito4j;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;
import org.cognito4j.KeyRing.Lookup;

/** A ring with a scripted publisher, in a time that passes only when told to. */
final class RingUnderTest {

    static final KeyTimes TIMES = new KeyTimes(Duration.ofMinutes(5), Duration.ofDays(1), Duration.ofSeconds(5));
    static final UserPool POOL = UserPool.of("eu-west-1_AbCdEfGhI");

    final ManualTime time = new ManualTime();
    final ScriptedPublisher publisher = new ScriptedPublisher(time);
    final KeyRing ring;

    RingUnderTest() {
        this(KeySnapshot.EMPTY);
    }

    RingUnderTest(KeySnapshot initial) {
        // Half-way between the extremes of the jitter.
        RefreshPolicy policy = new RefreshPolicy(TIMES, () -> 0.5);
        ring = new KeyRing(POOL, publisher, initial, policy, time, time, time::tick);
    }

    /** A ring that has fetched the key {@code one}, and fetches in no time. */
    static RingUnderTest withKeys() {
        RingUnderTest test = new RingUnderTest();
        test.time.runAtOnce();
        test.ring.keyFor("one");
        return test;
    }

    /** Asks as a caller does. While it waits, the refresh thread works. */
    Lookup ask(String keyId) {
        return askTogether(keyId).get(0);
    }

    /** Asks as several callers do that wait for the same fetch. */
    List<Lookup> askTogether(String... keyIds) {
        List<FutureTask<Lookup>> answers = Stream.of(keyIds)
                .map(keyId -> new FutureTask<>(() -> ring.keyFor(keyId)))
                .toList();
        for (FutureTask<Lookup> answer : answers) {
            Thread caller = new Thread(answer, "caller");
            caller.start();
            while (caller.isAlive() && caller.getState() != Thread.State.TIMED_WAITING) {
                yieldUnlessOvertime();
            }
        }
        while (!answers.stream().allMatch(FutureTask::isDone)) {
            time.runDue();
            yieldUnlessOvertime();
        }
        return answers.stream().map(RingUnderTest::result).toList();
    }

    /** How long a caller waits for the answer. */
    Duration waitFor(String keyId) {
        long start = time.tick();
        ask(keyId);
        return Duration.ofNanos(time.tick() - start);
    }

    boolean finds(String keyId) {
        return ring.knownKey(keyId).isPresent() || ring.keyFor(keyId) instanceof Lookup.Found;
    }

    /** JUnit interrupts a test whose time is up, and a loop that never ends would not notice. */
    static void yieldUnlessOvertime() {
        if (Thread.interrupted()) {
            throw new AssertionError("still waiting when time was up");
        }
        Thread.yield();
    }

    private static Lookup result(FutureTask<Lookup> answer) {
        try {
            return answer.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(e);
        }
    }
}
