package org.cognito4j.client;

import java.time.Duration;
import java.time.Instant;
import org.cognito4j.client.TokenAnswer.Granted;
import org.jspecify.annotations.Nullable;

/** A token in hand. Its age counts by whichever clock went further. Immutable; shows its text only on demand. */
final class HeldToken {

    private static final Duration LEAST_MARGIN = Duration.ofSeconds(1);
    private static final Duration MOST_MARGIN = Duration.ofSeconds(30);

    private final Granted granted;
    private final long issuedTick;
    private final Duration usableFor;

    /** A token that was granted at some time before now. */
    HeldToken(Granted granted, Instant now, long tick) {
        this(
                granted,
                tick - Duration.between(granted.issuedAt(), now).toNanos(),
                granted.lifetime().minus(margin(granted.lifetime())));
    }

    private HeldToken(Granted granted, long issuedTick, Duration usableFor) {
        this.granted = granted;
        this.issuedTick = issuedTick;
        this.usableFor = usableFor;
    }

    /**
     * A request takes its time to arrive and clocks differ, so the last seconds of a token are not safe to use. It is at least one, which
     * is what a {@code Date} header leaves out, but never more than half the life.
     */
    private static Duration margin(Duration lifetime) {
        Duration tenth = lifetime.dividedBy(10);
        Duration margin = tenth.compareTo(LEAST_MARGIN) > 0 ? tenth : shorter(LEAST_MARGIN, lifetime.dividedBy(2));
        return shorter(margin, MOST_MARGIN);
    }

    private static Duration shorter(Duration a, Duration b) {
        return a.compareTo(b) <= 0 ? a : b;
    }

    boolean isSameAs(@Nullable HeldToken other) {
        return other != null && text().equals(other.text());
    }

    /** This token, which ends with another one at the latest: the same text does not live longer for being sent again. */
    HeldToken notBeyond(HeldToken other) {
        return other.usableUntil().isBefore(usableUntil())
                ? new HeldToken(other.granted, other.issuedTick, other.usableFor)
                : this;
    }

    String text() {
        return granted.token();
    }

    boolean isUsable(Instant now, long tick) {
        return tick - issuedTick < usableFor.toNanos() && now.isBefore(usableUntil());
    }

    Instant usableUntil() {
        return granted.issuedAt().plus(usableFor);
    }
}
