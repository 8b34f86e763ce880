package org.cognito4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class WaitingRoomTest {

    private static final String KEY = "rotated";
    private static final Duration LONG = Duration.ofSeconds(50);

    private final ManualTime time = new ManualTime();
    private WaitingRoom room = new WaitingRoom(time::tick);
    private final FetchRound round = new FetchRound(KEY, true, 0);
    private final AtomicBoolean served = new AtomicBoolean();
    private final ExecutorService callers = Executors.newCachedThreadPool();

    @AfterEach
    void end() {
        round.end().complete(null);
        callers.shutdownNow();
    }

    @Test
    void sixteen_callers_wait_to_the_end_of_the_fetch() throws Exception {
        List<CompletableFuture<Boolean>> waiting = callers(WaitingRoom.SEATS);
        served.set(true);
        round.end().complete(null);
        for (CompletableFuture<Boolean> caller : waiting) {
            assertThat(caller.get(20, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void a_caller_without_a_seat_goes_after_a_moment() throws Exception {
        List<CompletableFuture<Boolean>> waiting = callers(WaitingRoom.SEATS);
        long start = System.nanoTime();
        assertThat(room.await(round, KEY, LONG, served::get)).isFalse();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isBetween(WaitingRoom.WITHOUT_A_SEAT, LONG);
        assertThat(waiting).noneMatch(CompletableFuture::isDone);
    }

    @Test
    void four_keys_are_waited_for_at_once() throws Exception {
        List<CompletableFuture<Boolean>> waiting = new ArrayList<>();
        for (int i = 0; i < WaitingRoom.KEYS; i++) {
            waiting.addAll(callers(1, "key " + i));
        }
        assertThat(callers(1, "one too many").get(0).get(20, TimeUnit.SECONDS)).isFalse();
        waiting.addAll(callers(1, "key 0"));
        assertThat(waiting).noneMatch(CompletableFuture::isDone);
    }

    @Test
    void a_key_is_forgotten_when_its_last_caller_has_left() throws Exception {
        served.set(true);
        for (int i = 0; i < 10 * WaitingRoom.KEYS; i++) {
            room.await(round, "key " + i, Duration.ZERO, served::get);
        }
        assertThat(callers(1)).noneMatch(CompletableFuture::isDone);
    }

    @Test
    void a_caller_without_a_place_goes_at_once() throws Exception {
        Duration standing = LONG.dividedBy(2);
        room = new WaitingRoom(time::tick, standing);
        List<CompletableFuture<Boolean>> waiting = callers(WaitingRoom.PLACES);
        assertThat(callers(1).get(0).get(20, TimeUnit.SECONDS)).isFalse();
        assertThat(waiting).noneMatch(CompletableFuture::isDone);
    }

    @Test
    void in_a_flood_four_callers_wait_and_others_go_at_once() throws Exception {
        flood(WaitingRoom.VAIN_WAITS_OF_A_FLOOD);
        List<CompletableFuture<Boolean>> waiting = callers(WaitingRoom.SEATS_IN_A_FLOOD);
        long start = System.nanoTime();
        for (int i = 0; i < 1_000; i++) {
            assertThat(room.await(round, KEY, LONG, served::get)).isFalse();
        }
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(LONG);
        assertThat(waiting).noneMatch(CompletableFuture::isDone);
    }

    @Test
    void seven_vain_waits_are_no_flood() throws Exception {
        flood(WaitingRoom.VAIN_WAITS_OF_A_FLOOD - 1);
        assertThat(callers(WaitingRoom.SEATS_IN_A_FLOOD + 1)).noneMatch(CompletableFuture::isDone);
    }

    @Test
    void vain_waits_more_than_ten_seconds_apart_are_no_flood() throws Exception {
        for (int i = 0; i < 10; i++) {
            flood(WaitingRoom.VAIN_WAITS_OF_A_FLOOD - 1);
            time.elapse(WaitingRoom.COUNTED_FOR);
        }
        assertThat(callers(WaitingRoom.SEATS)).noneMatch(CompletableFuture::isDone);
    }

    @Test
    void a_flood_is_over_after_a_minute_without_a_vain_wait() throws Exception {
        flood(WaitingRoom.VAIN_WAITS_OF_A_FLOOD);
        time.elapse(WaitingRoom.REMEMBERED_FOR);
        assertThat(callers(WaitingRoom.SEATS)).noneMatch(CompletableFuture::isDone);
    }

    @Test
    void waits_that_brought_the_key_are_no_flood() throws Exception {
        served.set(true);
        flood(10 * WaitingRoom.VAIN_WAITS_OF_A_FLOOD);
        assertThat(callers(WaitingRoom.SEATS)).noneMatch(CompletableFuture::isDone);
    }

    private void flood(int waits) {
        for (int i = 0; i < waits; i++) {
            room.await(round, KEY, Duration.ZERO, served::get);
        }
    }

    /** So many callers, all of whom wait. */
    private List<CompletableFuture<Boolean>> callers(int count) {
        return callers(count, KEY);
    }

    private List<CompletableFuture<Boolean>> callers(int count, String keyId) {
        List<CompletableFuture<Boolean>> answers = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            CompletableFuture<Thread> caller = new CompletableFuture<>();
            answers.add(CompletableFuture.supplyAsync(
                    () -> {
                        caller.complete(Thread.currentThread());
                        return room.await(round, keyId, LONG, served::get);
                    },
                    callers));
            while (caller.join().getState() != Thread.State.TIMED_WAITING
                    && !answers.get(i).isDone()) {
                RingUnderTest.yieldUnlessOvertime();
            }
        }
        return answers;
    }
}
