package org.cognito4j.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cognito4j.client.TokenAnswer.Granted;
import org.cognito4j.client.TokenAnswer.Pending;
import org.cognito4j.net.RefreshThread;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A fault at each step from the beginning of a round to its end. None of them may leave a round open or need a restart. */
@Timeout(60)
class TokenCacheFaultTest {

    /** More steps than a round has. */
    private static final int STEPS = 12;

    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(2);

    private final FakeTime time = new FakeTime();
    private final ScriptedFetcher fetcher = new ScriptedFetcher(time);
    private final Faults faults = new Faults();
    private final TokenCache cache = new TokenCache(
            "test",
            refused -> {
                faults.step();
                return fetcher.fetch(refused);
            },
            new RenewalPolicy(() -> {
                faults.step();
                return 0.5;
            }),
            new FaultyThread(),
            new FaultyClock(),
            () -> {
                faults.step();
                return time.ticks();
            });

    static Stream<Throwable> faults() {
        return Stream.of(
                new OutOfMemoryError("unable to create native thread"),
                new RejectedExecutionException("full"),
                new StackOverflowError(),
                new SecurityException("not permitted"));
    }

    static Stream<Arguments> faultsAtSteps() {
        return faults().flatMap(fault -> IntStream.range(0, STEPS).mapToObj(step -> Arguments.of(fault, step)));
    }

    @ParameterizedTest
    @MethodSource("faultsAtSteps")
    void the_first_round_ends_and_the_next_one_brings_a_token(Throwable fault, int step) {
        faults.throwAt(step, fault);
        endOf(() -> cache.next());
        faults.none();

        heals();
    }

    @ParameterizedTest
    @MethodSource("faultsAtSteps")
    void a_renewal_that_fails_is_repeated(Throwable fault, int step) {
        endOf(() -> cache.next());
        faults.throwAt(step, fault);
        runQuietly(() -> time.pass(Duration.ofMinutes(50)));
        runQuietly(() -> cache.known());
        faults.none();

        runQuietly(() -> time.pass(LONGEST_PAUSE));
        assertThat(cache.known()).isPresent();
        time.pass(LONGEST_PAUSE);
        assertThat(fetcher.requests()).isGreaterThan(1);
        heals();
    }

    @ParameterizedTest
    @MethodSource("faultsAtSteps")
    void the_round_of_a_token_that_was_refused_ends(Throwable fault, int step) {
        endOf(() -> cache.next());
        time.pass(Duration.ofMinutes(1));
        faults.throwAt(step, fault);
        endOf(() -> cache.after("token-1"));
        faults.none();

        time.pass(LONGEST_PAUSE);
        assertThat(endOf(() -> cache.after("token-1"))).startsWith("token-").isNotEqualTo("token-1");
    }

    @ParameterizedTest
    @MethodSource("faultsAtSteps")
    void a_round_that_waits_for_another_node_ends(Throwable fault, int step) {
        fetcher.answers(() -> fetcher.requests() % 2 == 1 ? new Pending(Duration.ofMillis(100)) : fetcher.grant());
        faults.throwAt(step, fault);
        CompletableFuture<HeldToken> next = begin(() -> cache.next());
        runQuietly(() -> time.pass(Duration.ofSeconds(1)));
        assertThat(next).isDone();
        faults.none();

        fetcher.works();
        heals();
    }

    @ParameterizedTest
    @MethodSource("faults")
    void a_call_fails_at_once_and_with_a_pause_when_no_thread_can_be_started(Throwable fault) {
        faults.thread = fault;

        CompletableFuture<HeldToken> next = cache.next();
        assertThat(next).isDone();
        CompletionException failure = catchThrowableOfType(CompletionException.class, next::join);

        TokenFailure cause = ((TokenRequestFailed) failure.getCause()).failure();
        assertThat(cause.code()).isEqualTo("no-thread");
        assertThat(cause.retryable()).isTrue();
        assertThat(cause.retryAfter()).isPresent();
        assertThat(fetcher.requests()).isZero();
        faults.thread = null;
        heals();
    }

    @ParameterizedTest
    @MethodSource("faults")
    void a_renewal_that_cannot_be_planned_is_planned_by_a_later_call(Throwable fault) {
        CompletableFuture<HeldToken> next = cache.next();
        faults.thread = fault; // the round is planned already, the renewal after it is not
        time.runDue();
        assertThat(next.join().text()).isEqualTo("token-1");
        time.pass(Duration.ofMinutes(1));
        assertThat(cache.known()).contains("token-1");
        faults.thread = null;

        time.pass(Duration.ofMinutes(1));
        assertThat(cache.known()).contains("token-1");
        time.pass(Duration.ofMinutes(47));
        assertThat(cache.known()).contains("token-2");
    }

    @ParameterizedTest
    @MethodSource("faults")
    void a_log_handler_that_throws_changes_no_outcome(Throwable fault) {
        Logger logger = Logger.getLogger("org.cognito4j.client");
        Handler faulty = new FaultyHandler(fault);
        Level before = logger.getLevel();
        logger.addHandler(faulty);
        logger.setLevel(Level.ALL);
        try {
            fetcher.failsWith(new TokenFailure("http-503", true));
            endOf(() -> cache.next());
            assertThat(cache.statistics(0, 0).lastFailure()).contains("http-503");
            fetcher.works();
            heals();
            time.pass(Duration.ofMinutes(48));
            assertThat(fetcher.requests()).isEqualTo(3);
        } finally {
            logger.setLevel(before);
            logger.removeHandler(faulty);
        }
    }

    /** As if a thread was lost together with the task that it had taken. */
    @Test
    void a_round_that_is_never_run_is_given_up_by_a_later_call() {
        time.loseTasks();
        CompletableFuture<HeldToken> lost = cache.next();
        assertThat(lost).isNotDone();
        time.pass(Duration.ofMinutes(5));
        assertThat(cache.next()).isNotSameAs(lost);

        assertThat(lost).isCompletedExceptionally();
        heals();
    }

    @Test
    void a_life_that_cannot_be_counted_ends_the_round() {
        fetcher.answers(() -> new Granted("token", Instant.MIN, Duration.ofHours(1)));
        CompletableFuture<HeldToken> next = begin(() -> cache.next());
        time.runDue();
        assertThat(next).isDone();

        fetcher.works();
        heals();
    }

    private void heals() {
        time.pass(LONGEST_PAUSE);
        assertThat(endOf(() -> cache.next())).startsWith("token-");
        assertThat(cache.known()).isPresent();
    }

    /** How a call ends: with a token, or with a failure. That it ends at all is asserted here. */
    private String endOf(Supplier<CompletableFuture<HeldToken>> call) {
        CompletableFuture<HeldToken> next = begin(call);
        runQuietly(time::runDue);
        assertThat(next).isDone();
        return next.handle((token, failure) -> failure == null ? token.text() : "failed")
                .join();
    }

    /** A caller gets what is thrown into its own call, for example by the clock. */
    private static CompletableFuture<HeldToken> begin(Supplier<CompletableFuture<HeldToken>> call) {
        try {
            return call.get();
        } catch (RuntimeException | Error e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private static void runQuietly(Runnable action) {
        try {
            action.run();
        } catch (RuntimeException | Error e) {
            // as a thread would lose it
        }
    }

    /** Throws once at a step, or at each start of a thread. */
    private static final class Faults {

        private Throwable fault;
        private Throwable thread;
        private int stepsLeft;

        void throwAt(int step, Throwable toThrow) {
            fault = toThrow;
            stepsLeft = step;
        }

        void none() {
            fault = null;
        }

        void step() {
            if (fault != null && stepsLeft-- == 0) {
                Throwable once = fault;
                fault = null;
                raise(once);
            }
        }

        void start() {
            if (thread != null) {
                raise(thread);
            }
            step();
        }

        static void raise(Throwable toThrow) {
            if (toThrow instanceof Error error) {
                throw error;
            }
            throw (RuntimeException) toThrow;
        }
    }

    private final class FaultyThread implements RefreshThread {

        @Override
        public void runAfter(Duration delay, Runnable task) {
            faults.start();
            time.runAfter(delay, task);
        }

        @Override
        public void restart() {
            time.restart();
        }

        @Override
        public void close() {
            time.close();
        }
    }

    private final class FaultyClock implements InstantSource {

        @Override
        public Instant instant() {
            faults.step();
            return time.instant();
        }
    }

    private static final class FaultyHandler extends Handler {

        private final Throwable fault;

        FaultyHandler(Throwable fault) {
            this.fault = fault;
        }

        @Override
        public void publish(LogRecord line) {
            Faults.raise(fault);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
