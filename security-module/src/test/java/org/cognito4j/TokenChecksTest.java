package org.cognito4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.cognito4j.Verification.Accepted;
import org.cognito4j.Verification.Rejected;
import org.cognito4j.Verification.Unavailable;
import org.cognito4j.jakarta.fake.LoggedLines;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TokenChecksTest {

    private static final Duration SHORT = Duration.ofMillis(100);
    private static final RequestFacts REQUEST = new RequestFacts("GET", "/orders", "192.0.2.1", Map.of());

    private final TestPool pool = TestPool.create();
    private final TokenVerifier verifier = pool.verifier();
    private final String text = pool.token().mint();
    private final AtomicLong ticker = new AtomicLong();
    private final List<AutoCloseable> closed = new ArrayList<>();

    @AfterEach
    void end() throws Exception {
        for (AutoCloseable each : closed) {
            each.close();
        }
    }

    private TokenChecks checks(TokenCheck... all) {
        return checks(Duration.ofSeconds(20), all);
    }

    private TokenChecks checks(Duration timeout, TokenCheck... all) {
        TokenChecks checks = new TokenChecks(List.of(all), timeout, ticker::get);
        closed.add(checks);
        return checks;
    }

    private AccessToken token() {
        return ((Accepted) verifier.verify(text)).token();
    }

    @Test
    void pass_on_what_all_allow() {
        Verification accepted = verifier.verify(text);

        assertThat(TokenChecks.NONE.apply(accepted, REQUEST)).isSameAs(accepted);
        assertThat(checks((token, request) -> Optional.empty()).apply(accepted, REQUEST))
                .isSameAs(accepted);
    }

    @Test
    void see_token_and_request() {
        List<Object> seen = new ArrayList<>();
        checks((token, request) -> {
                    seen.add(token);
                    seen.add(request);
                    return Optional.empty();
                })
                .ask(token(), REQUEST);

        assertThat(seen).containsExactly(token(), REQUEST);
    }

    @Test
    void deny_where_one_of_them_does() {
        Denial denial = Denial.of("tenant-suspended").withDetail("since\nyesterday");
        TokenChecks checks = checks((token, request) -> Optional.empty(), (token, request) -> Optional.of(denial));

        Verification outcome = checks.apply(verifier.verify(text), REQUEST);

        assertThat(outcome)
                .isEqualTo(new Rejected(
                        RejectionReason.DENIED_BY_APPLICATION, Optional.empty(), false, Optional.of(denial)));
        assertThat(denial.detail()).isEqualTo("since\\u000ayesterday");
    }

    @Test
    void are_not_asked_about_what_is_not_verified() {
        TokenChecks checks = checks((token, request) -> {
            throw new AssertionError();
        });
        Rejected rejected = new Rejected(RejectionReason.TOKEN_EXPIRED);
        Unavailable unavailable = new Unavailable(Duration.ofSeconds(1));

        assertThat(checks.apply(rejected, REQUEST)).isSameAs(rejected);
        assertThat(checks.apply(unavailable, REQUEST)).isSameAs(unavailable);
    }

    static Stream<TokenCheck> failing() {
        return Stream.of(
                (token, request) -> {
                    throw new IllegalStateException("secret");
                },
                (token, request) -> {
                    throw new Exception("secret");
                },
                (token, request) -> {
                    throw new StackOverflowError();
                },
                (token, request) -> {
                    throw new NoClassDefFoundError("secret");
                },
                (token, request) -> null,
                (token, request) -> Optional.of(Denial.of("Not A Code")),
                (token, request) -> Optional.of(Denial.of("x").rememberedFor(Duration.ofHours(2))),
                new TokenCheck() {
                    @Override
                    public Optional<Denial> check(AccessToken token, RequestFacts request) {
                        return Optional.empty();
                    }

                    @Override
                    public Duration allowanceRememberedFor(AccessToken token) {
                        return Duration.ofNanos(-1);
                    }
                });
    }

    @ParameterizedTest
    @MethodSource("failing")
    void leave_a_token_unjudged_where_one_of_them_fails(TokenCheck failing) {
        TokenChecks checks = checks((token, request) -> Optional.empty(), failing);

        assertThat(checks.apply(verifier.verify(text), REQUEST)).isInstanceOf(Unavailable.class);
        assertThatThrownBy(() -> checks.ask(token(), REQUEST))
                .isInstanceOf(TokenCheckFailed.class)
                .hasMessageNotContaining("secret")
                .hasNoCause();
    }

    @Test
    void log_one_stack_trace_a_minute_without_messages() {
        TokenChecks checks = checks((token, request) -> {
            throw new IllegalStateException("secret");
        });
        try (LoggedLines log = LoggedLines.of("org.cognito4j")) {
            for (int i = 0; i < 100; i++) {
                checks.apply(verifier.verify(text), REQUEST);
            }
            assertThat(log.lines(Level.SEVERE)).hasSize(1).noneMatch(line -> line.contains("secret"));

            ticker.addAndGet(Duration.ofMinutes(1).toNanos());
            checks.apply(verifier.verify(text), REQUEST);
            assertThat(log.lines(Level.SEVERE)).hasSize(2);
        }
    }

    @Test
    void have_the_stack_trace_of_what_was_thrown() {
        TokenChecks checks = checks((token, request) -> {
            throw new IllegalStateException("secret");
        });

        assertThatThrownBy(() -> checks.ask(token(), REQUEST))
                .satisfies(failure -> assertThat(failure.getStackTrace()[0].getClassName())
                        .isEqualTo(TokenChecksTest.class.getName()));
    }

    /** Nothing that hangs holds its caller beyond the deadline, and no more threads are taken while many hang. */
    @Test
    void refuse_what_hangs_and_then_at_once() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        AtomicInteger begun = new AtomicInteger();
        TokenChecks checks = checks(SHORT, (token, request) -> {
            begun.incrementAndGet();
            while (never.getCount() > 0) {
                try {
                    never.await();
                } catch (InterruptedException e) {
                    // It hangs whatever happens.
                }
            }
            return Optional.empty();
        });
        AccessToken token = token();
        ExecutorService callers = Executors.newFixedThreadPool(40);
        try {
            List<Future<?>> calls = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                calls.add(callers.submit(() ->
                        assertThatThrownBy(() -> checks.ask(token, REQUEST)).isInstanceOf(TokenCheckFailed.class)));
            }
            for (Future<?> call : calls) {
                call.get(20, TimeUnit.SECONDS);
            }
            int taken = begun.get();
            assertThat(taken).isBetween(32, 40);

            for (int i = 0; i < 100; i++) {
                assertThatThrownBy(() -> checks.ask(token, REQUEST)).hasMessageContaining("hang");
            }
            assertThat(begun).hasValue(taken);
        } finally {
            never.countDown();
            callers.shutdownNow();
        }
    }

    @Test
    void are_waited_for_where_they_are_slow() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch over = new CountDownLatch(1);
        TokenChecks checks = checks((token, request) -> {
            begun.countDown();
            over.await();
            return Optional.of(Denial.of("late"));
        });
        AccessToken token = token();
        ExecutorService caller = Executors.newSingleThreadExecutor();
        try {
            Future<Optional<Denial>> answer = caller.submit(() -> checks.ask(token, REQUEST));
            assertThat(begun.await(20, TimeUnit.SECONDS)).isTrue();
            assertThat(answer).isNotDone();
            over.countDown();
            assertThat(answer.get(20, TimeUnit.SECONDS)).contains(Denial.of("late"));
        } finally {
            caller.shutdownNow();
        }
    }

    @Test
    void are_asked_each_time_unless_they_say_for_how_long() {
        AtomicInteger asked = new AtomicInteger();
        TokenChecks checks = checks((token, request) -> {
            asked.incrementAndGet();
            return Optional.empty();
        });
        AccessToken token = token();

        checks.ask(token, REQUEST);
        checks.ask(token, REQUEST);

        assertThat(asked).hasValue(2);
    }

    @Test
    void remember_a_denial_until_its_end() {
        AtomicInteger asked = new AtomicInteger();
        TokenChecks checks = checks((token, request) -> {
            asked.incrementAndGet();
            return Optional.of(Denial.of("suspended").rememberedFor(Duration.ofSeconds(10)));
        });
        AccessToken token = token();

        assertThat(checks.ask(token, REQUEST)).isPresent();
        ticker.addAndGet(Duration.ofSeconds(10).toNanos() - 1);
        assertThat(checks.ask(token, REQUEST)).isPresent();
        assertThat(asked).hasValue(1);
        ticker.incrementAndGet();
        assertThat(checks.ask(token, REQUEST)).isPresent();
        assertThat(asked).hasValue(2);
    }

    @Test
    void remember_an_allowance_for_the_shortest_time_and_for_one_token_alone() {
        AtomicInteger asked = new AtomicInteger();
        TokenChecks checks =
                checks(allowing(asked, Duration.ofMinutes(5)), allowing(new AtomicInteger(), Duration.ofSeconds(1)));
        AccessToken token = token();
        AccessToken other = ((Accepted)
                        verifier.verify(pool.token().claimText("jti", "other").mint()))
                .token();

        checks.ask(token, REQUEST);
        checks.ask(token, REQUEST);
        assertThat(asked).hasValue(1);
        checks.ask(other, REQUEST);
        assertThat(asked).hasValue(2);
        ticker.addAndGet(Duration.ofSeconds(1).toNanos());
        checks.ask(token, REQUEST);
        assertThat(asked).hasValue(3);
    }

    /** Where several services verify the same token each has its own checks. */
    @Test
    void remember_nothing_for_others() {
        AccessToken token = token();
        checks(allowing(new AtomicInteger(), Duration.ofMinutes(5))).ask(token, REQUEST);

        assertThat(checks((any, request) -> Optional.of(Denial.of("no"))).ask(token, REQUEST))
                .isPresent();
    }

    @Test
    void remember_nothing_beyond_a_new_policy() {
        AtomicInteger asked = new AtomicInteger();
        TokenChecks checks = checks(allowing(asked, Duration.ofMinutes(5)));
        checks.apply(verifier.verify(text), REQUEST);

        verifier.replacePolicy(
                List.of(pool.settings().clientName(TestPool.CLIENT, "Billing").build()));
        checks.apply(verifier.verify(text), REQUEST);

        assertThat(asked).hasValue(2);
    }

    @Test
    void allow_nothing_once_they_are_closed() {
        TokenChecks checks = checks((token, request) -> Optional.empty());
        AccessToken token = token();
        checks.close();

        assertThatThrownBy(() -> checks.ask(token, REQUEST)).isInstanceOf(TokenCheckFailed.class);
    }

    @Test
    void are_called_with_the_class_loader_of_who_made_them() {
        List<ClassLoader> seen = new ArrayList<>();
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        ClassLoader own = new ClassLoader(before) {};
        Thread.currentThread().setContextClassLoader(own);
        TokenChecks checks;
        try {
            checks = checks((token, request) -> {
                seen.add(Thread.currentThread().getContextClassLoader());
                return Optional.empty();
            });
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
        checks.ask(token(), REQUEST);

        assertThat(seen).containsExactly(own);
    }

    @Test
    void have_100_milliseconds_to_30_seconds() {
        for (Duration odd : List.of(Duration.ZERO, Duration.ofMillis(99), Duration.ofMillis(30_001))) {
            assertThatThrownBy(() -> TokenChecks.of(List.of(), odd)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    private static TokenCheck allowing(AtomicInteger asked, Duration time) {
        return new TokenCheck() {
            @Override
            public Optional<Denial> check(AccessToken token, RequestFacts request) {
                asked.incrementAndGet();
                return Optional.empty();
            }

            @Override
            public Duration allowanceRememberedFor(AccessToken token) {
                return time;
            }
        };
    }
}
