package org.cognito4j.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TokenCacheTest {

    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration LAST_SAFE_SECOND = Duration.ofMinutes(60).minusSeconds(30);
    private static final TokenFailure OUTAGE = new TokenFailure("http-503", true);
    private static final TokenFailure WRONG_SECRET = new TokenFailure("invalid_client", false);

    private final FakeTime time = new FakeTime();
    private final ScriptedFetcher fetcher = new ScriptedFetcher(time);
    private final RandomGenerator random = new java.util.SplittableRandom(7);
    private final TokenCache cache =
            new TokenCache("test", fetcher, new RenewalPolicy(random::nextDouble), time, time, time::ticks);

    /** What a caller gets who waits for the requests that are due. */
    private String token() {
        return cache.known().orElseGet(() -> awaited(cache.next()));
    }

    private String awaited(CompletableFuture<HeldToken> next) {
        time.runDue();
        return next.join().text();
    }

    private Optional<String> tokenAfter(String refused) {
        String next = awaited(cache.after(refused));
        return Optional.of(next).filter(token -> !token.equals(refused));
    }

    private TokenFailure failure() {
        CompletionException thrown = catchThrowableOfType(CompletionException.class, this::token);
        return ((TokenRequestFailed) thrown.getCause()).failure();
    }

    @Test
    void asks_once_for_10_000_callers_who_come_at_the_same_time() throws Exception {
        ExecutorService callers = Executors.newFixedThreadPool(64);
        Callable<CompletableFuture<HeldToken>> call = cache::next;
        List<Future<CompletableFuture<HeldToken>>> waiting =
                callers.invokeAll(Stream.generate(() -> call).limit(10_000).toList());
        callers.shutdown();

        time.runDue();

        for (Future<CompletableFuture<HeldToken>> caller : waiting) {
            assertThat(caller.get().join().text()).isEqualTo("token-1");
        }
        assertThat(fetcher.requests()).isEqualTo(1);
    }

    @Test
    void renews_between_75_and_80_percent_of_the_life_while_nobody_waits() {
        token();

        for (int minute = 0; minute < 24 * 60; minute++) {
            time.pass(Duration.ofMinutes(1));
            assertThat(cache.known()).isPresent();
        }

        assertThat(fetcher.pauses())
                .allSatisfy(pause -> assertThat(pause).isBetween(Duration.ofMinutes(45), Duration.ofMinutes(48)));
        assertThat(fetcher.pauses().stream().distinct()).hasSizeGreaterThan(20);
        assertThat(fetcher.requests()).isBetween(24, 34);
    }

    @Test
    void gives_out_the_old_token_to_its_last_safe_second_while_the_endpoint_is_down() {
        token();
        fetcher.failsWith(OUTAGE);

        time.pass(LAST_SAFE_SECOND.minusNanos(1));
        assertThat(cache.known()).contains("token-1");

        time.pass(Duration.ofNanos(1));
        assertThat(cache.known()).isEmpty();
        assertThat(failure().code()).isEqualTo("http-503");
    }

    @Test
    void is_back_within_the_longest_pause_after_an_outage() {
        token();
        fetcher.failsWith(OUTAGE);
        time.pass(Duration.ofMinutes(55));
        fetcher.works();

        time.pass(Duration.ofMinutes(1));

        assertThat(cache.statistics(0, 0).lastFailure()).isEmpty();
        assertThat(token()).isNotEqualTo("token-1");
    }

    @Test
    void doubles_the_pause_after_each_failure_up_to_a_minute_with_jitter() {
        token();
        fetcher.failsWith(OUTAGE);

        time.pass(Duration.ofMinutes(59));

        List<Duration> pauses = fetcher.pauses();
        for (int failure = 1; failure < 10; failure++) {
            Duration full = Duration.ofSeconds(Math.min(60, 1L << (failure - 1)));
            assertThat(pauses.get(failure)).isBetween(full.dividedBy(2), full);
        }
        assertThat(pauses.stream().distinct()).hasSameSizeAs(pauses);
    }

    @Test
    void does_not_ask_before_the_time_that_retry_after_names() {
        token();
        fetcher.failsWith(new TokenFailure("http-429", true, Optional.of(Duration.ofMinutes(3))));

        time.pass(Duration.ofMinutes(55));

        assertThat(fetcher.pauses().subList(1, fetcher.pauses().size()))
                .isNotEmpty()
                .allSatisfy(pause -> assertThat(pause).isEqualTo(Duration.ofMinutes(3)));
    }

    @Test
    void follows_retry_after_for_five_minutes_at_most() {
        fetcher.failsWith(new TokenFailure("http-429", true, Optional.of(Duration.ofDays(7))));

        assertThat(failure().retryAfter()).contains(Duration.ofMinutes(5));
    }

    @Test
    void fails_at_once_and_without_a_request_during_the_pause_after_a_failure() {
        fetcher.failsWith(new TokenFailure("http-503", true, Optional.of(Duration.ofSeconds(20))));
        failure();

        time.pass(Duration.ofSeconds(20).minusNanos(1));
        assertThat(failure().retryAfter()).contains(Duration.ofNanos(1));
        assertThat(fetcher.requests()).isEqualTo(1);

        fetcher.works();
        time.pass(Duration.ofNanos(1));
        assertThat(token()).isEqualTo("token-2");
    }

    @Test
    void asks_for_nobody_while_there_is_no_token() {
        fetcher.failsWith(OUTAGE);
        failure();

        time.pass(Duration.ofDays(1));

        assertThat(fetcher.requests()).isEqualTo(1);
        assertThat(cache.statistics(0, 0).nextRenewal()).isEmpty();
    }

    @Test
    void asks_at_most_once_in_30_seconds_with_a_secret_that_is_wrong() {
        fetcher.failsWith(WRONG_SECRET);

        for (int i = 0; i < 10 * 60; i++) {
            assertThat(failure().code()).isEqualTo("invalid_client");
            time.pass(SECOND);
        }

        assertThat(fetcher.requests()).isBetween(15, 20);
        assertThat(fetcher.pauses())
                .allSatisfy(pause -> assertThat(pause).isGreaterThanOrEqualTo(Duration.ofSeconds(30)));
    }

    @Test
    void asks_at_most_once_in_30_seconds_with_a_wrong_secret_while_the_old_token_lives() {
        token();
        fetcher.failsWith(WRONG_SECRET);

        time.pass(Duration.ofMinutes(59));

        assertThat(fetcher.pauses())
                .hasSizeGreaterThan(10)
                .allSatisfy(pause -> assertThat(pause).isGreaterThanOrEqualTo(Duration.ofSeconds(30)));
    }

    @Test
    void replaces_a_token_that_an_api_refused_once() {
        String refused = token();

        assertThat(tokenAfter(refused)).contains("token-2");
        assertThat(tokenAfter(refused)).contains("token-2");
        assertThat(token()).isEqualTo("token-2");
        assertThat(fetcher.requests()).isEqualTo(2);
    }

    @Test
    void replaces_one_token_in_30_seconds_whatever_an_api_refuses() {
        String first = token();
        String second = tokenAfter(first).orElseThrow();

        time.pass(Duration.ofSeconds(30).minusNanos(1));
        assertThat(tokenAfter(second)).isEmpty();
        time.pass(Duration.ofNanos(1));
        assertThat(tokenAfter(second)).contains("token-3");
        assertThat(fetcher.requests()).isEqualTo(3);
    }

    @Test
    void gives_the_others_the_old_token_while_a_refused_one_is_replaced() {
        String refused = token();

        CompletableFuture<HeldToken> next = cache.after(refused);

        assertThat(cache.known()).contains(refused);
        time.runDue();
        assertThat(next.join().text()).isEqualTo("token-2");
    }

    @Test
    void asks_once_for_all_who_report_the_same_refused_token() {
        String refused = token();

        List<CompletableFuture<HeldToken>> waiting =
                Stream.generate(() -> cache.after(refused)).limit(100).toList();
        time.runDue();

        assertThat(waiting).allSatisfy(next -> assertThat(next.join().text()).isEqualTo("token-2"));
        assertThat(fetcher.requests()).isEqualTo(2);
    }

    @Test
    void keeps_the_refused_token_when_no_other_can_be_had() {
        String refused = token();
        fetcher.failsWith(OUTAGE);

        CompletableFuture<HeldToken> next = cache.after(refused);
        time.runDue();

        assertThat(next).isCompletedExceptionally();
        assertThat(token()).isEqualTo(refused);
        assertThat(tokenAfter(refused)).isEmpty();
    }

    @Test
    void does_not_storm_for_a_token_that_lives_for_a_second() {
        fetcher.answers(() -> fetcher.grant(SECOND));
        token();

        time.pass(Duration.ofHours(1));

        assertThat(fetcher.requests()).isEqualTo(1);
    }

    @Test
    void takes_no_token_that_expired_on_its_way() {
        fetcher.answers(() -> {
            TokenAnswer granted = fetcher.grant(SECOND);
            time.pass(SECOND);
            return granted;
        });

        assertThat(failure().code()).isEqualTo("expired-on-arrival");
    }

    @Test
    void survives_an_issuer_that_throws() {
        fetcher.answers(() -> {
            throw new IllegalStateException("secret");
        });

        assertThat(failure().code()).isEqualTo("internal-error");
        fetcher.works();
        time.pass(SECOND);
        assertThat(token()).isEqualTo("token-2");
    }

    @Test
    void looks_again_while_someone_else_gets_the_token() {
        fetcher.answers(() -> fetcher.requests() < 4 ? new TokenAnswer.Pending(SECOND) : fetcher.grant());
        CompletableFuture<HeldToken> next = cache.next();

        time.pass(Duration.ofSeconds(2));
        assertThat(next).isNotDone();
        time.pass(SECOND);

        assertThat(next.join().text()).isEqualTo("token-4");
    }

    @Test
    void ends_everything_when_it_is_closed() {
        token();
        cache.close();

        assertThat(failure().code()).isEqualTo("closed");
        time.pass(Duration.ofDays(1));
        assertThat(fetcher.requests()).isEqualTo(1);
        assertThat(cache.statistics(0, 0).nextRenewal()).isEmpty();
    }

    @Test
    void lets_those_go_who_wait_when_it_is_closed() {
        CompletableFuture<HeldToken> next = cache.next();

        cache.close();

        assertThat(next).isCompletedExceptionally();
    }

    @Test
    void counts_hits_and_tells_when_it_renews_next() {
        token();
        token();
        token();

        TokenStatistics statistics = cache.statistics(1, 0);
        assertThat(statistics.hits()).isEqualTo(2);
        assertThat(statistics.requests()).isEqualTo(1);
        assertThat(statistics.usableUntil()).contains(time.instant().plus(LAST_SAFE_SECOND));
        assertThat(statistics.nextRenewal().orElseThrow())
                .isBetween(
                        time.instant().plus(Duration.ofMinutes(45)),
                        time.instant().plus(Duration.ofMinutes(48)));
    }

    @Test
    void expires_by_the_wall_clock_where_the_machine_slept() {
        TokenCache asleep =
                new TokenCache("test", fetcher, new RenewalPolicy(random::nextDouble), time, time, () -> 0L);
        asleep.next();
        time.runDue();
        assertThat(asleep.known()).isPresent();
        fetcher.failsWith(OUTAGE);

        time.pass(LAST_SAFE_SECOND);

        assertThat(asleep.known()).isEmpty();
    }
}
