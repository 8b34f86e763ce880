package org.cognito4j.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Timeout(60)
class BoundedCallsTest {

    private static final Duration LONG = Duration.ofSeconds(50);
    private static final Duration SHORT = Duration.ofMillis(50);

    private final AtomicLong tick = new AtomicLong(-5);
    private final BoundedCalls calls = new BoundedCalls("bounded", tick::get);
    private final CountDownLatch release = new CountDownLatch(1);

    @AfterEach
    void close() {
        release.countDown();
        calls.close();
    }

    @Test
    void gives_the_answer() throws BoundedCalls.Failed {
        assertThat(calls.call(() -> "answer", LONG)).isEqualTo("answer");
        assertThat(calls.<String>call(() -> null, LONG)).isNull();
    }

    static List<Throwable> faults() {
        return List.of(new IllegalStateException("secret"), new StackOverflowError("secret"), new Exception("secret"));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void names_the_kind_of_what_is_thrown_and_nothing_else(Throwable fault) {
        BoundedCalls.Failed failure = catchThrowableOfType(
                BoundedCalls.Failed.class,
                () -> calls.call(
                        () -> {
                            if (fault instanceof Error error) {
                                throw error;
                            }
                            throw (Exception) fault;
                        },
                        LONG));

        assertThat(failure).hasMessage(fault.getClass().getName()).hasNoCause();
    }

    @Test
    void gives_up_what_hangs_and_goes_on_at_once_when_it_has_ended() throws Exception {
        Thread[] hanging = new Thread[1];
        assertThatThrownBy(() -> calls.call(() -> hang(hanging), SHORT)).hasMessageStartingWith("no answer");
        assertThatThrownBy(() -> calls.call(() -> "next", LONG)).hasMessage("an earlier call that hangs");

        release.countDown();
        hanging[0].join();

        assertThat(calls.call(() -> "next", LONG)).isEqualTo("next");
    }

    @Test
    void tries_again_beside_calls_that_hang_for_ever_with_pauses_that_double_up_to_five_minutes() throws Exception {
        List<Long> pauses = new ArrayList<>();
        for (int i = 0; i < 11; i++) {
            assertThatThrownBy(() -> calls.call(() -> hang(new Thread[1]), SHORT))
                    .hasMessageStartingWith("no answer");
            long before = tick.get();
            tick.addAndGet(Duration.ofSeconds(1).toNanos() - 1);
            while (isRefused()) {
                tick.addAndGet(Duration.ofSeconds(1).toNanos());
            }
            pauses.add(Duration.ofNanos(tick.get() - before).toSeconds() + 1);
            tick.addAndGet(1);
        }

        assertThat(pauses).containsExactly(2L, 3L, 5L, 9L, 17L, 33L, 65L, 129L, 257L, 301L, 301L);
        assertThat(calls.call(() -> "next", LONG)).isEqualTo("next");
    }

    private boolean isRefused() {
        try {
            calls.call(() -> "next", LONG);
            return false;
        } catch (BoundedCalls.Failed e) {
            return true;
        }
    }

    @Test
    void an_interrupted_caller_goes_on_interrupted() {
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> calls.call(() -> hang(new Thread[1]), LONG)).hasMessage("an interrupt");
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void an_interrupt_of_foreign_code_stays_with_it() throws Exception {
        calls.call(
                () -> {
                    Thread.currentThread().interrupt();
                    return true;
                },
                LONG);

        assertThat(Thread.currentThread().isInterrupted()).isFalse();
        assertThat(calls.call(Thread.currentThread()::isInterrupted, LONG)).isFalse();
    }

    @Test
    void fails_when_it_is_closed() {
        calls.close();

        assertThatThrownBy(() -> calls.call(() -> "late", LONG)).hasMessageStartingWith("no thread");
        calls.tell(
                () -> {
                    throw new AssertionError("ran");
                },
                LONG);
    }

    @Test
    void what_an_observer_throws_is_ignored() {
        calls.tell(
                () -> {
                    throw new StackOverflowError();
                },
                LONG);
    }

    @Test
    void goes_on_beside_calls_that_hang_until_there_are_so_many() throws Exception {
        try (BoundedCalls bounded = new BoundedCalls("bounded", 10, 2)) {
            assertThatThrownBy(() -> bounded.call(() -> hang(new Thread[1]), SHORT))
                    .hasMessageStartingWith("no answer");
            assertThat(bounded.call(() -> "next", LONG)).isEqualTo("next");
            Thread[] hanging = new Thread[1];
            assertThatThrownBy(() -> bounded.call(() -> hang(hanging), SHORT)).hasMessageStartingWith("no answer");
            assertThatThrownBy(() -> bounded.call(() -> "next", LONG)).hasMessage("earlier calls that hang");

            release.countDown();
            hanging[0].join();
            assertThat(bounded.call(() -> "next", LONG)).isEqualTo("next");
        }
    }

    @Test
    void fails_at_once_where_all_of_its_threads_are_busy() throws Exception {
        try (BoundedCalls bounded = new BoundedCalls("bounded", 1, 2)) {
            assertThatThrownBy(() -> bounded.call(() -> hang(new Thread[1]), SHORT))
                    .hasMessageStartingWith("no answer");
            assertThatThrownBy(() -> bounded.call(() -> "next", LONG)).hasMessageStartingWith("no thread");
        }
    }

    @Test
    void its_threads_inherit_nothing_of_the_caller_s() throws Exception {
        InheritableThreadLocal<String> ofRequest = new InheritableThreadLocal<>();
        ofRequest.set("of the first caller");
        try {
            assertThat(calls.<String>call(ofRequest::get, LONG)).isNull();
        } finally {
            ofRequest.remove();
        }
    }

    /** Foreign code that heeds no interrupt. */
    private String hang(Thread[] thread) {
        thread[0] = Thread.currentThread();
        while (true) {
            try {
                release.await();
                return "late";
            } catch (InterruptedException e) {
                // It goes on waiting.
            }
        }
    }
}
