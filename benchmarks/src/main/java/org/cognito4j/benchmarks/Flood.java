package org.cognito4j.benchmarks;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Tokens that are fine but for their key ids, of which no two are the same, at 10,000 a second as long as the answers
 * come fast enough. Nothing is signed for them, which leaves the processor to those who verify.
 */
final class Flood {

    private static final int PER_SECOND = 10_000;
    private static final int SENDERS = 16;
    private static final long BETWEEN_TWO_NANOS = 1_000_000_000L * SENDERS / PER_SECOND;

    private final AtomicBoolean on = new AtomicBoolean(true);
    private final AtomicInteger sent = new AtomicInteger();
    private final long start = System.nanoTime();

    Flood(Situation situation) {
        String[] parts = situation.issuer.token("one").split("\\.");
        for (int i = 0; i < SENDERS; i++) {
            situation.callers.execute(() -> send(situation, "." + parts[1] + "." + parts[2]));
        }
    }

    private void send(Situation situation, String rest) {
        Base64.Encoder base64 = Base64.getUrlEncoder().withoutPadding();
        for (long due = System.nanoTime(); on.get(); due += BETWEEN_TWO_NANOS) {
            String header = "{\"kid\":\"junk " + sent.incrementAndGet() + "\",\"alg\":\"RS256\"}";
            situation.callHere(base64.encodeToString(header.getBytes(StandardCharsets.UTF_8)) + rest);
            // A sender that was kept waiting catches up, so that the rate holds.
            LockSupport.parkNanos(due + BETWEEN_TWO_NANOS - System.nanoTime());
        }
    }

    void stop() {
        on.set(false);
    }

    /** How many a second there were in fact. */
    long perSecond() {
        return sent.get() * 1_000_000_000L / (System.nanoTime() - start);
    }
}
