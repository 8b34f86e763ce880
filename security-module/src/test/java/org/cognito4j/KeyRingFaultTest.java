package org.cognito4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.RejectedExecutionException;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.cognito4j.KeyRing.Lookup.Found;
import org.cognito4j.KeyRing.Lookup.Unavailable;
import org.cognito4j.KeyRing.Lookup.Unknown;
import org.cognito4j.net.RefreshThread;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Faults at each step of a fetch, once. None of them may leave a round open or need a restart. */
@Timeout(60)
class KeyRingFaultTest {

    private static final Runnable NO_FAULT = () -> {};

    private final ManualTime time = new ManualTime();
    private final ScriptedPublisher publisher = new ScriptedPublisher(time);
    private final FaultyThread thread = new FaultyThread();
    private final KeyRing ring = new KeyRing(
            RingUnderTest.POOL,
            publisher,
            KeySnapshot.EMPTY,
            new RefreshPolicy(RingUnderTest.TIMES, () -> 0.5),
            thread,
            time,
            time::tick);

    static Stream<Throwable> faults() {
        return Stream.of(
                new OutOfMemoryError("unable to create native thread"),
                new RejectedExecutionException("full"),
                new SecurityException("not permitted"),
                new StackOverflowError());
    }

    @ParameterizedTest
    @MethodSource("faults")
    void answers_at_once_and_heals_when_the_first_fetch_cannot_be_started(Throwable fault) {
        time.runAtOnce();
        thread.failNext(fault);

        long before = time.tick();
        assertThat(ring.keyFor("one")).isInstanceOf(Unavailable.class);
        assertThat(time.tick()).isEqualTo(before);
        assertThat(ring.state().lastError()).isEqualTo("no thread could be started");

        time.pass(Duration.ofSeconds(2));
        assertThat(ring.keyFor("one")).isInstanceOf(Found.class);
    }

    @ParameterizedTest
    @MethodSource("faults")
    void heals_when_neither_the_fetch_nor_its_repetition_can_be_planned(Throwable fault) {
        time.runAtOnce();
        for (int i = 0; i < 15; i++) { // a fetch, its repetition and a log line each time
            thread.failNext(fault);
        }
        for (int i = 0; i < 5; i++) {
            assertThat(ring.keyFor("one")).isInstanceOf(Unavailable.class);
            time.pass(Duration.ofSeconds(2));
        }

        assertThat(ring.keyFor("one")).isInstanceOf(Found.class);
    }

    @ParameterizedTest
    @MethodSource("faults")
    void a_refresh_that_could_not_be_planned_is_made_for_a_token(Throwable fault) {
        time.runAtOnce();
        thread.failSecond(fault);
        assertThat(ring.keyFor("one")).isInstanceOf(Found.class);
        publisher.publish("two");

        time.pass(Duration.ofMinutes(5).minusSeconds(1));
        assertThat(ring.knownKey("one")).isPresent();
        assertThat(publisher.fetches()).isEqualTo(1);

        time.pass(Duration.ofSeconds(2));
        ring.knownKey("one");
        assertThat(publisher.fetches()).isEqualTo(2);
        assertThat(ring.knownKey("one")).isEmpty();
        assertThat(ring.knownKey("two")).isPresent();
    }

    @Test
    void a_fetch_that_never_ends_is_given_up_with_its_thread() {
        publisher.behave(timeout -> ScriptedPublisher.keySet(java.util.Optional.empty(), "one"));
        ring.start(); // and nothing runs it, as on a thread that hangs in foreign code
        time.elapse(Duration.ofSeconds(7));

        assertThat(ring.keyFor("one")).isInstanceOf(Unavailable.class);
        assertThat(ring.state().lastError()).isEqualTo("no end of the fetch");
        assertThat(thread.restarts).isEqualTo(1);

        time.runAtOnce();
        time.pass(Duration.ofSeconds(2));
        assertThat(ring.keyFor("one")).isInstanceOf(Found.class);
    }

    @ParameterizedTest
    @MethodSource("faults")
    void heals_when_the_fetch_throws_what_it_should_not(Throwable fault) {
        time.runAtOnce();
        publisher.behave(timeout -> {
            publisher.publish("one");
            throw RingFaults.unchecked(fault);
        });
        assertThat(ring.keyFor("one")).isInstanceOf(Unavailable.class);
        assertThat(ring.state().lastError()).startsWith("unexpected ");

        time.pass(Duration.ofSeconds(2));
        assertThat(ring.keyFor("one")).isInstanceOf(Found.class);
    }

    @ParameterizedTest
    @MethodSource("faults")
    void a_log_handler_that_throws_changes_no_outcome(Throwable fault) {
        time.runAtOnce();
        Logger logger = Logger.getLogger("org.cognito4j.keys");
        Handler faulty = new FaultyHandler(fault);
        Level before = logger.getLevel();
        logger.addHandler(faulty);
        logger.setLevel(Level.ALL);
        try {
            publisher.refuse();
            assertThat(ring.keyFor("one")).isInstanceOf(Unavailable.class);
            publisher.publish("one");
            time.pass(Duration.ofSeconds(2));

            assertThat(ring.keyFor("one")).isInstanceOf(Found.class);
            assertThat(ring.keyFor("two")).isInstanceOf(Unknown.class);
            assertThat(ring.state().lastError()).isEmpty();
        } finally {
            logger.setLevel(before);
            logger.removeHandler(faulty);
        }
    }

    /** Runs tasks as time does, and fails as it is told. */
    private final class FaultyThread implements RefreshThread {

        private final Queue<Runnable> script = new ArrayDeque<>();
        private int restarts;

        void failNext(Throwable fault) {
            script.add(() -> {
                throw RingFaults.unchecked(fault);
            });
        }

        void failSecond(Throwable fault) {
            script.add(NO_FAULT);
            failNext(fault);
        }

        @Override
        public void runAfter(Duration delay, Runnable task) {
            Runnable fault = script.poll();
            if (fault != null) {
                fault.run();
            }
            time.runAfter(delay, task);
        }

        @Override
        public void restart() {
            restarts++;
        }

        @Override
        public void close() {
            time.close();
        }
    }

    private static final class FaultyHandler extends Handler {

        private final Throwable fault;

        FaultyHandler(Throwable fault) {
            this.fault = fault;
        }

        @Override
        public void publish(LogRecord entry) {
            throw RingFaults.unchecked(fault);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }

    private static final class RingFaults {

        static RuntimeException unchecked(Throwable fault) {
            if (fault instanceof Error error) {
                throw error;
            }
            return (RuntimeException) fault;
        }
    }
}
