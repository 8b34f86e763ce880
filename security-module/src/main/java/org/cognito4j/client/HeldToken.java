package org.cognito4j.client;

import java.time.Duration;
import java.time.Instant;
import org.cognito4j.client.TokenAnswer.Granted;

/** A token in hand. Its age counts by whichever clock went further. Immutable; shows its text only on demand. */
final class HeldToken {

    private static final Duration MOST_MARGIN = Duration.ofSeconds(30);

    private final Granted granted;
    private final long issuedTick;
    private final Duration usableFor;

    /** A token that was granted at some time before now. */
    HeldToken(Granted granted, Instant now, long tick) {
        this.granted = granted;
        this.issuedTick = tick - Duration.between(granted.issuedAt(), now).toNanos();
        this.usableFor = granted.lifetime().minus(margin(granted.lifetime()));
    }

    /** A request takes its time to arrive and clocks differ, so the last seconds of a token are not safe to use. */
    private static Duration margin(Duration lifetime) {
        Duration tenth = lifetime.dividedBy(10);
        return tenth.compareTo(MOST_MARGIN) < 0 ? tenth : MOST_MARGIN;
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
