package org.cognito4j.jakarta.websocket;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.websocket.CloseReason;
import jakarta.websocket.Session;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.security.Principal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import org.cognito4j.AccessToken;
import org.cognito4j.GenuineTokens;
import org.cognito4j.jakarta.BearerPrincipal;
import org.cognito4j.jakarta.fake.LoggedLines;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Sessions end with their callers' tokens, by a clock and an alarm of the test. */
class TokenSessionsTest {

    private static final Duration SKEW = Duration.ofMinutes(1);
    private static final Instant START = GenuineTokens.NOW.plus(Duration.ofMinutes(10));

    private final List<Planned> planned = new ArrayList<>();
    private final List<CloseReason> closed = new ArrayList<>();
    private Instant now = START;
    private boolean isOpen = true;
    private boolean isBroken;

    private final TokenSessions sessions = new TokenSessions(
            () -> now, (delay, task) -> planned.add(new Planned(now.plus(delay), task)), Runnable::run);

    private record Planned(Instant at, Runnable task) {}

    @Test
    void are_open_until_the_token_ends_and_not_longer() {
        assertThat(sessions.watch(session(caller(Duration.ofMinutes(5))))).isTrue();

        proceedTo(START.plus(Duration.ofMinutes(5)).minusNanos(1));
        assertThat(closed).isEmpty();

        proceedTo(START.plus(Duration.ofMinutes(5)));
        assertThat(closed).singleElement().satisfies(reason -> {
            assertThat(reason.getCloseCode().getCode()).isEqualTo(1008);
            assertThat(reason.getReasonPhrase()).isEqualTo("The access token has expired");
        });
        assertThat(sessions.size()).isZero();
        assertThat(planned).isEmpty();
    }

    @Test
    void end_at_once_when_the_token_has_ended_already() {
        sessions.watch(session(caller(Duration.ZERO)));

        proceedTo(START);

        assertThat(closed).hasSize(1);
    }

    @Test
    void end_one_after_the_other_whatever_their_order() {
        sessions.watch(session(caller(Duration.ofSeconds(60))));
        sessions.watch(session(caller(Duration.ofSeconds(2))));
        sessions.watch(session(caller(Duration.ofSeconds(30))));

        proceedTo(START.plusSeconds(2));
        assertThat(closed).hasSize(1);
        proceedTo(START.plusSeconds(30));
        assertThat(closed).hasSize(2);
        proceedTo(START.plusSeconds(60));
        assertThat(closed).hasSize(3);
        assertThat(planned).isEmpty();
    }

    @Test
    void are_forgotten_soon_after_they_were_closed() {
        sessions.watch(session(caller(Duration.ofHours(20))));
        isOpen = false;

        proceedTo(START.plus(TokenSessions.LOOK));

        assertThat(sessions.size()).isZero();
        assertThat(planned).isEmpty();
        assertThat(closed).isEmpty();
    }

    @Test
    void end_soon_after_a_clock_that_has_jumped() {
        sessions.watch(session(caller(Duration.ofHours(20))));
        Planned look = planned.remove(0);

        now = START.plus(Duration.ofHours(21));
        look.task.run();

        assertThat(closed).hasSize(1);
    }

    @Test
    void are_closed_although_another_one_cannot_be() {
        sessions.watch(session(caller(Duration.ofSeconds(1))));
        isBroken = true;
        proceedTo(START.plusSeconds(1));
        isBroken = false;
        sessions.watch(session(caller(Duration.ofSeconds(2))));

        proceedTo(START.plusSeconds(2));

        assertThat(closed).hasSize(1);
    }

    @Test
    void without_a_caller_are_left_alone_and_told_once() {
        try (LoggedLines log = LoggedLines.of("org.cognito4j")) {
            assertThat(sessions.watch(session(null))).isFalse();
            assertThat(sessions.watch(session(() -> "somebody"))).isFalse();

            assertThat(log.lines(Level.WARNING)).singleElement().asString().contains("docs/websocket.md");
        }
        assertThat(sessions.size()).isZero();
        assertThat(planned).isEmpty();
    }

    @Test
    void share_the_looks_that_are_planned() {
        Principal caller = caller(Duration.ofHours(1));
        for (int i = 0; i < 1_000; i++) {
            sessions.watch(session(caller));
        }

        assertThat(planned).hasSize(1);
    }

    /** Lets the clock run, from one alarm to the next. */
    private void proceedTo(Instant end) {
        while (true) {
            Planned first = planned.stream()
                    .filter(one -> !one.at.isAfter(end))
                    .min((one, other) -> one.at.compareTo(other.at))
                    .orElse(null);
            if (first == null) {
                now = end;
                return;
            }
            planned.remove(first);
            now = first.at;
            first.task.run();
        }
    }

    private Principal caller(Duration life) {
        AccessToken token = GenuineTokens.expiringAt(START.plus(life).minus(SKEW));
        assertThat(token.acceptedUntil()).isEqualTo(token.expiresAt().plus(SKEW));
        return BearerPrincipal.of(token);
    }

    private Session session(@Nullable Principal caller) {
        return (Session) Proxy.newProxyInstance(
                TokenSessionsTest.class.getClassLoader(),
                new Class<?>[] {Session.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getUserPrincipal" -> caller;
                    case "isOpen" -> isOpen;
                    case "close" -> close((CloseReason) arguments[0]);
                    default -> throw new AssertionError("the session was asked for " + method.getName());
                });
    }

    private @Nullable Object close(CloseReason reason) throws IOException {
        if (isBroken) {
            throw new IOException("the connection is gone");
        }
        closed.add(reason);
        return null;
    }
}
