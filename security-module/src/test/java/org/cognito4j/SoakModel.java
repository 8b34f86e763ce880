package org.cognito4j;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cognito4j.Verification.Accepted;
import org.cognito4j.Verification.Rejected;

/**
 * What verdicts may be, told from what the publisher has done: simple rules that hold whatever the verifier makes of
 * it. Bad news are to be told before they become true and good ones after, so that no verdict is blamed for a race.
 * Thread-safe. Times are those of {@link System#nanoTime()}.
 */
final class SoakModel {

    /** The longest that a hanging fetch and the wait for the next one can take, and what a busy machine adds. */
    private static final Duration SETTLED = Duration.ofSeconds(13);

    /** The refresh interval of the soak, which is also the longest backoff, with the same addition. */
    private static final Duration FORGOTTEN = Duration.ofSeconds(70);

    private static final Duration SHORT_WAIT = Duration.ofSeconds(1);
    private static final Duration LONG_WAIT = Duration.ofMillis(5_700);

    private final Map<String, Long> publishedAt = new HashMap<>();
    private final Map<String, Long> withdrawnAt = new HashMap<>();
    private Optional<Long> healthySince = Optional.of(System.nanoTime());
    private Optional<Long> calmSince = Optional.of(System.nanoTime());
    private Optional<Answer> answer = Optional.empty();

    /** A good answer that the publisher gave. */
    private record Answer(Set<String> keyIds, long at) {}

    /** One verified token; the time in which nothing could run does not count. */
    record Call(String keyId, boolean atHand, long start, long end, Verification verdict) {}

    synchronized void published(String keyId) {
        publishedAt.put(keyId, System.nanoTime());
    }

    synchronized void withdrawn(String keyId) {
        withdrawnAt.put(keyId, System.nanoTime());
    }

    synchronized void outageBegins() {
        healthySince = Optional.empty();
    }

    synchronized void outageIsOver() {
        healthySince = Optional.of(System.nanoTime());
    }

    /** Whatever was at hand may be too old now. */
    synchronized void clockJumps() {
        answer = Optional.empty();
        healthySince = healthySince.map(before -> System.nanoTime());
    }

    synchronized void floodBegins() {
        calmSince = Optional.empty();
    }

    synchronized void floodIsOver() {
        calmSince = Optional.of(System.nanoTime());
    }

    synchronized void answered(Set<String> keyIds) {
        answer = Optional.of(new Answer(keyIds, System.nanoTime()));
    }

    /** Whether the verifier has had the time to take the key from an answer. */
    synchronized boolean isAtHand(String keyId) {
        return answer.filter(given -> given.keyIds().contains(keyId))
                .filter(given -> isLongerAgo(given.at(), System.nanoTime(), SHORT_WAIT))
                .isPresent();
    }

    /** What is wrong with a verdict, if anything is. */
    synchronized Optional<String> complaint(Call call) {
        Duration took = Duration.ofNanos(call.end() - call.start());
        boolean atHand = call.atHand() && isAtHand(call.keyId()) && !withdrawnAt.containsKey(call.keyId());
        if (took.compareTo(atHand ? SHORT_WAIT : LONG_WAIT) > 0) {
            return Optional.of("took " + took);
        }
        if (call.verdict() instanceof Accepted) {
            return complaintAboutAcceptance(call);
        }
        if (atHand) {
            return Optional.of("not accepted though its key is at hand");
        }
        if (!publishedAt.containsKey(call.keyId())) {
            boolean settled = isLonger(healthySince, call.start(), SETTLED);
            return settled && !(call.verdict() instanceof Rejected)
                    ? Optional.of("not refused though the publisher is well")
                    : Optional.empty();
        }
        return withdrawnAt.containsKey(call.keyId()) ? Optional.empty() : complaintAboutLoss(call);
    }

    private Optional<String> complaintAboutAcceptance(Call call) {
        if (!publishedAt.containsKey(call.keyId())) {
            return Optional.of("accepted though its key was never published");
        }
        boolean forgotten = isLonger(Optional.ofNullable(withdrawnAt.get(call.keyId())), call.start(), FORGOTTEN)
                && isLonger(healthySince, call.start(), FORGOTTEN);
        return forgotten ? Optional.of("accepted though its key was withdrawn long ago") : Optional.empty();
    }

    private Optional<String> complaintAboutLoss(Call call) {
        boolean settled = isLonger(healthySince, call.start(), SETTLED);
        if (settled && isLongerAgo(publishedAt.get(call.keyId()), call.start(), SETTLED)) {
            return Optional.of("not accepted though its key has been published for a while");
        }
        return settled && isLonger(calmSince, call.start(), SETTLED)
                ? Optional.of("not accepted right after a rotation")
                : Optional.empty();
    }

    private static boolean isLonger(Optional<Long> since, long now, Duration time) {
        return since.isPresent() && isLongerAgo(since.get(), now, time);
    }

    private static boolean isLongerAgo(long then, long now, Duration time) {
        return now - then > time.toNanos();
    }
}
