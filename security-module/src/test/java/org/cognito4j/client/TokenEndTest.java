package org.cognito4j.client;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cognito4j.client.TokenAnswer.Failed;
import org.cognito4j.client.TokenAnswer.Granted;
import org.cognito4j.fault.Fault;
import org.cognito4j.fault.FaultServer;
import org.cognito4j.net.BoundedExchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** When a token ends: by its answer, by itself, by the clock of the server, and in a cache on the way. */
@Timeout(60)
class TokenEndTest {

    private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    private static final String NO_DATE = "";

    /** Ages and clocks in seconds; what counts is the life that is left at the time of the answer. */
    @ParameterizedTest
    @CsvSource({
        // claimed, age of the token, server's clock against ours, Age header, left
        "3600,    0,     0,   ,    3600",
        "3600,    600,   0,   ,    3000",
        "600,     0,     0,   ,    600",
        "3600,    600,   7200, ,   3000",
        "3600,    600,   -7200, ,  3000",
        "3600,    600,   0,   600, 2400",
        "3600,    3598,  0,   ,    2",
        "1200,    600,   0,   0,   1200",
    })
    void lives_as_long_as_the_answer_and_the_token_say(int claimed, int age, int clock, Integer header, int left) {
        Instant serverNow = NOW.plusSeconds(clock);
        Instant issuedAt = serverNow.minusSeconds(age);
        String token = Jwts.of(issuedAt, issuedAt.plusSeconds(3600));

        TokenAnswer answer =
                read(token, claimed, date(serverNow), header == null ? Optional.empty() : Optional.of(header));

        assertThat(answer)
                .isInstanceOfSatisfying(
                        Granted.class, granted -> assertThat(granted.lifetime()).isEqualTo(Duration.ofSeconds(left)));
    }

    @ParameterizedTest
    @CsvSource({"3599, 0", "3600, 0", "3601, 0", "90000, 0", "0, 3599", "1800, 1799", "0, 7200"})
    void takes_no_token_that_has_expired(int age, int header) {
        String token = Jwts.of(NOW.minusSeconds(age), NOW.minusSeconds(age).plusSeconds(3600));

        assertThat(code(read(token, 3600, date(NOW), Optional.of(header)))).isEqualTo("expired-on-arrival");
    }

    @Test
    void reads_the_end_by_its_own_clock_where_the_answer_has_no_date() {
        assertThat(read(Jwts.of(NOW.minusSeconds(600), NOW.plusSeconds(3000)), 3600, NO_DATE, Optional.empty()))
                .isInstanceOfSatisfying(
                        Granted.class, granted -> assertThat(granted.lifetime()).isEqualTo(Duration.ofSeconds(3000)));
        assertThat(code(read(Jwts.of(NOW.minusSeconds(3700), NOW.minusSeconds(100)), 3600, NO_DATE, Optional.empty())))
                .isEqualTo("expired-on-arrival");
    }

    @Test
    void counts_the_age_of_an_answer_for_a_token_that_is_no_jwt() {
        assertThat(read("opaque", 3600, date(NOW), Optional.of(600)))
                .isInstanceOfSatisfying(
                        Granted.class, granted -> assertThat(granted.lifetime()).isEqualTo(Duration.ofSeconds(3000)));
        assertThat(code(read("opaque", 3600, date(NOW), Optional.of(3600)))).isEqualTo("expired-on-arrival");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"exp\":\"1\"}",
                "{\"exp\":[1]}",
                "{\"exp\":null}",
                "{\"exp\":1e300}",
                "{\"exp\":99999999999999999999}",
                "{\"exp\":1,\"exp\":2}",
                "no json",
                "{}"
            })
    void takes_the_word_of_the_answer_where_the_token_has_no_end_that_can_be_read(String claims) {
        assertThat(read(Jwts.of(claims), 3600, date(NOW), Optional.empty()))
                .isInstanceOfSatisfying(
                        Granted.class, granted -> assertThat(granted.lifetime()).isEqualTo(Duration.ofHours(1)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"exp\":-1}", "{\"exp\":0}", "{\"exp\":1.5}", "{\"exp\":1,\"client_id\":7}"})
    void takes_no_token_of_long_ago(String claims) {
        assertThat(code(read(Jwts.of(claims), 3600, date(NOW), Optional.empty())))
                .isEqualTo("expired-on-arrival");
    }

    @Test
    void takes_no_token_of_another_app_client() {
        String theirs = Jwts.of(
                "{\"client_id\":\"shipping\",\"exp\":" + NOW.plusSeconds(3600).getEpochSecond() + "}");

        assertThat(code(read(theirs, 3600, date(NOW), Optional.empty()))).isEqualTo("foreign-token");
    }

    @Test
    void does_not_give_out_an_expired_token_of_a_gateway_and_asks_it_ever_more_seldom() {
        try (ScriptedEndpoint endpoint = new ScriptedEndpoint();
                TokenSource source = TokenSource.of(endpoint.client().build())) {
            String old = Jwts.of(NOW.minusSeconds(4000), NOW.minusSeconds(400));
            endpoint.answers(ScriptedEndpoint.Reply.token(old));

            for (int i = 0; i < 1_000; i++) {
                TokenRequestFailed failure = catchThrowableOfType(TokenRequestFailed.class, source::token);
                assertThat(failure.code()).isEqualTo("expired-on-arrival");
                assertThat(failure.hint()).contains("cache");
            }
            assertThat(endpoint.requests().size()).isLessThan(5);
        }
    }

    /** Tokens of a few seconds come again and again, callers come all the time, for ten minutes. */
    @ParameterizedTest
    @CsvSource({"2, 20", "5, 25", "20, 45", "60, 40"})
    void asks_a_gateway_of_nearly_expired_tokens_in_no_loop(int left, int mostRequests) {
        FakeTime time = new FakeTime();
        ScriptedFetcher fetcher = new ScriptedFetcher(time);
        fetcher.answers(() -> new Granted(
                "token-" + fetcher.requests(),
                time.instant(),
                Duration.ofSeconds(left),
                Optional.of(Duration.ofHours(1))));
        TokenCache cache = new TokenCache("test", fetcher, new RenewalPolicy(() -> 0.99), time, time, time::ticks);

        int without = 0;
        for (int tenths = 0; tenths < 6_000; tenths++) {
            if (cache.known().isEmpty()) {
                var next = cache.next();
                time.runDue();
                without += next.isCompletedExceptionally() ? 1 : 0;
            }
            time.pass(Duration.ofMillis(100));
        }

        assertThat(fetcher.requests()).isBetween(10, mostRequests);
        assertThat(cache.statistics(0, 0).lastFailure()).contains("nearly-expired");
        if (left >= 20) {
            assertThat(without).isZero();
        }
        fetcher.works();
        time.pass(Duration.ofMinutes(2));
        cache.next();
        time.runDue();
        assertThat(cache.statistics(0, 0).lastFailure()).isEmpty();
    }

    /** A gateway that repeats an old Date without an Age makes an old token look new. */
    @Test
    void a_token_does_not_live_longer_because_it_is_sent_again() {
        FakeTime time = new FakeTime();
        ScriptedFetcher fetcher = new ScriptedFetcher(time);
        fetcher.answers(
                () -> new Granted("the same", time.instant(), Duration.ofHours(1), Optional.of(Duration.ofHours(1))));
        TokenCache cache = new TokenCache("test", fetcher, new RenewalPolicy(() -> 0.5), time, time, time::ticks);
        cache.next();
        time.runDue();

        time.pass(Duration.ofMinutes(60).minusSeconds(31));
        assertThat(cache.known()).contains("the same");
        time.pass(Duration.ofSeconds(1));
        assertThat(cache.known()).isEmpty();
        assertThat(fetcher.requests()).isBetween(2, 20);
    }

    private static TokenAnswer read(String token, int claimed, String date, Optional<Integer> age) {
        List<String> headers = new ArrayList<>();
        if (!date.isEmpty()) {
            headers.add("Date: " + date);
        }
        age.ifPresent(seconds -> headers.add("Age: " + seconds));
        String body = "{\"access_token\":\"" + token + "\",\"expires_in\":" + claimed + "}";
        try (FaultServer gateway = new FaultServer(Fault.ok(body.getBytes(UTF_8), headers.toArray(String[]::new)));
                BoundedExchange exchange = new BoundedExchange(EndpointFetcher.MAX_BODY_BYTES, status -> true)) {
            HttpRequest request = HttpRequest.newBuilder(gateway.address("/")).build();
            return new AnswerReader(AnswerNames.OAUTH, "billing")
                    .read(exchange.send(request, Duration.ofSeconds(50)), NOW);
        } catch (IOException | BoundedExchange.Failed e) {
            throw new AssertionError(e);
        }
    }

    private static String date(Instant instant) {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(instant.atOffset(ZoneOffset.UTC));
    }

    private static String code(TokenAnswer answer) {
        List<String> codes = new ArrayList<>();
        assertThat(answer)
                .isInstanceOfSatisfying(
                        Failed.class, failed -> codes.add(failed.failure().code()));
        return codes.get(0);
    }
}
