package org.cognito4j.localpool.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.NoSuchElementException;
import org.cognito4j.localpool.Api;
import org.cognito4j.localpool.Caller;
import org.cognito4j.localpool.Disturbances.Area;
import org.cognito4j.localpool.LocalCognito;
import org.cognito4j.localpool.LocalPool;
import org.cognito4j.localpool.Pools;
import org.cognito4j.localpool.TokenOverrides;
import org.cognito4j.localpool.Tokens;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SwitchesTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:15:30Z");
    private static final String GRANT = "grant_type=client_credentials";

    private static LocalCognito cognito;
    private static LocalPool pool;

    @BeforeAll
    static void start() {
        cognito = LocalCognito.configure()
                .pool(Pools.orders())
                .clock(InstantSource.fixed(NOW))
                .start();
        pool = cognito.pool(Pools.USER_POOL_ID);
    }

    @AfterEach
    void turn_everything_back() {
        cognito.disturbances().calm();
        cognito.shiftClock(Duration.ZERO);
        cognito.preTokenTrigger(event -> TokenOverrides.none());
    }

    @AfterAll
    static void close() {
        cognito.close();
    }

    /** A caller reads the life of its token by the clock of the answer. */
    @ParameterizedTest
    @CsvSource({"PT0S, 'Sun, 22 Nov 2026 10:15:30 GMT'", "PT-2H, 'Sun, 22 Nov 2026 08:15:30 GMT'"})
    void dates_answers_by_the_clock_of_its_tokens(Duration offset, String date) {
        cognito.shiftClock(offset);

        HttpResponse<String> response = Caller.postAs(pool.client("billing"), pool, GRANT);

        assertThat(response.headers().allValues("Date")).containsExactly(date);
    }

    @Test
    void signs_with_new_keys_after_a_rotation_and_goes_on_showing_the_old() {
        String before = pool.mint("billing").token();
        int keys = pool.keyIds().size();

        pool.rotateKeys();

        String after = pool.mint("billing").token();
        assertThat(Tokens.publishedKeys(pool)).hasSize(keys + 2);
        assertThat(Tokens.header(after).get("kid"))
                .isNotEqualTo(Tokens.header(before).get("kid"));
        assertThat(Tokens.isSignedBy(pool, before)).isTrue();
        assertThat(Tokens.isSignedBy(pool, after)).isTrue();
    }

    @Test
    void withdraws_a_key_it_signs_with() {
        String token = pool.mint("billing").token();
        assertThat(Tokens.isSignedBy(pool, token)).isTrue();

        pool.withdrawKey(Tokens.header(token).get("kid").asText());

        assertThat(Tokens.isSignedBy(pool, pool.mint("billing").token())).isFalse();
        assertThatThrownBy(() -> pool.withdrawKey("none")).isInstanceOf(NoSuchElementException.class);
        pool.rotateKeys();
    }

    @Test
    void shows_a_key_before_it_signs_with_it() {
        String added = pool.addKey();

        assertThat(pool.keyIds()).contains(added);
        assertThat(Tokens.header(pool.mint("billing").token()).get("kid").asText())
                .isNotEqualTo(added);
    }

    @Test
    void closes_connections_in_an_outage_of_one_area_only() {
        cognito.disturbances().outage(Area.KEYS);

        assertThatThrownBy(() -> Caller.get(pool.keySetAddress())).isInstanceOf(UncheckedIOException.class);
        assertThat(grant().statusCode()).isEqualTo(200);

        cognito.disturbances().calm();
        assertThat(Caller.get(pool.keySetAddress()).statusCode()).isEqualTo(200);
    }

    @Test
    void answers_with_a_status_everywhere() {
        cognito.disturbances().status(503);

        assertThat(Caller.get(pool.keySetAddress()).statusCode()).isEqualTo(503);
        assertThat(grant().statusCode()).isEqualTo(503);
        assertThat(new Api(cognito).call("ListUserPools", "{\"MaxResults\": 1}").statusCode())
                .isEqualTo(503);
        assertThatThrownBy(() -> cognito.disturbances().status(200)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void answers_late() {
        cognito.disturbances().slow(Duration.ofMillis(200), Area.TOKENS);

        long before = System.nanoTime();
        assertThat(grant().statusCode()).isEqualTo(200);
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThanOrEqualTo(Duration.ofMillis(200));
        assertThat(Caller.get(cognito.uri().resolve("/elsewhere")).statusCode()).isEqualTo(404);
    }

    @Test
    void throttles_a_number_of_requests_and_recovers() {
        cognito.disturbances().throttle(1);

        assertThat(grant().statusCode()).isEqualTo(429);
        assertThat(grant().statusCode()).isEqualTo(200);
        assertThat(new Api(cognito).error("ListUserPools", "{\"MaxResults\": 1}"))
                .isEqualTo("TooManyRequestsException: Rate exceeded");
    }

    @Test
    void throttles_as_it_is_told() {
        try (LocalCognito other = LocalCognito.configure()
                .pool(Pools.orders())
                .throttling(400, "slow_down")
                .start()) {
            other.disturbances().throttle(2, Area.TOKENS);
            LocalPool otherPool = other.pool(Pools.USER_POOL_ID);

            HttpResponse<String> answer = Caller.postAs(otherPool.client("billing"), otherPool, GRANT);
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.body()).isEqualTo("{\"error\":\"slow_down\"}");
        }
    }

    @Test
    void puts_the_clock() {
        cognito.shiftClock(Duration.ofHours(-1));

        assertThat(Tokens.claims(pool.mint("billing").token()).get("iat").asLong())
                .isEqualTo(NOW.getEpochSecond() - 3600);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "outage | {\"area\": \"keys\"} | {\"disturbances\":{\"KEYS\":\"OUTAGE\"}}",
                "slow | {\"area\": \"tokens\", \"delay\": \"PT1S\"} | {\"disturbances\":{\"TOKENS\":\"SLOW\"}}",
                "status | {\"area\": \"control\", \"status\": 500} | {\"disturbances\":{\"CONTROL\":\"STATUS\"}}",
                "throttle | {\"requests\": 3} |"
                        + " {\"disturbances\":{\"TOKENS\":\"THROTTLE\",\"KEYS\":\"THROTTLE\",\"CONTROL\":\"THROTTLE\"}}",
                "calm | {} | {\"disturbances\":{}}",
                "clock | {\"offset\": \"PT-1H\"} | {\"offset\":\"PT-1H\"}"
            })
    void turns_the_switches_over_http(String name, String input, String state) {
        assertThat(admin(name, input).body()).isEqualTo(state);
    }

    @Test
    void turns_keys_over_http() {
        int keys = pool.keyIds().size();

        JsonNode rotated = Tokens.json(admin("rotate-keys", "{}").body());
        String oldest = rotated.get("kids").get(keys + 1).asText();
        admin("add-key", "{\"pool\": \"" + Pools.USER_POOL_ID + "\"}");
        admin("withdraw-key", "{\"kid\": \"" + oldest + "\"}");

        assertThat(rotated.get("kids")).hasSize(keys + 2);
        assertThat(pool.keyIds()).hasSize(keys + 2).doesNotContain(oldest);
    }

    @Test
    void sets_the_trigger_over_http() {
        admin("pre-token", "{\"claimsToAddOrOverride\": {\"tenant\": \"acme\"}}");

        String token = Tokens.json(grant().body()).get("access_token").asText();
        assertThat(Tokens.claims(token).get("tenant").asText()).isEqualTo("acme");
    }

    @Test
    void stays_in_reach_during_an_outage() {
        admin("outage", "{}");

        assertThat(admin("calm", "{}").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "outage | {\"area\": \"kitchen\"} | 400",
                "slow | {\"delay\": \"soon\"} | 400",
                "status | {\"status\": 200} | 400",
                "withdraw-key | {\"kid\": \"none\"} | 400",
                "rotate-keys | {\"pool\": \"eu-west-1_Missing\"} | 404",
                "pre-token | {\"claimsToAddOrOverride\": 1} | 400",
                "calm | nonsense | 400",
                "nothing | {} | 404"
            })
    void refuses_what_makes_no_sense(String name, String input, int status) {
        assertThat(admin(name, input).statusCode()).isEqualTo(status);
    }

    @Test
    void cannot_be_turned_by_a_page_in_a_browser() {
        HttpRequest simple = HttpRequest.newBuilder(cognito.uri().resolve("/_admin/outage"))
                .header("Content-Type", "text/plain")
                .POST(BodyPublishers.ofString("{}"))
                .build();

        assertThat(Caller.send(simple).statusCode()).isEqualTo(400);
        assertThat(Caller.get(cognito.uri().resolve("/_admin/outage")).statusCode())
                .isEqualTo(405);
        assertThat(grant().statusCode()).isEqualTo(200);
    }

    private HttpResponse<String> grant() {
        return Caller.postAs(pool.client("billing"), pool, GRANT);
    }

    private HttpResponse<String> admin(String name, String input) {
        return Caller.send(HttpRequest.newBuilder(cognito.uri().resolve("/_admin/" + name))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(input))
                .build());
    }
}
