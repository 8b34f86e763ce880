package org.cognito4j.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.cognito4j.TokenVerifier;
import org.cognito4j.Verification;
import org.cognito4j.VerifierSettingsBuilder;
import org.cognito4j.localpool.LocalCognito;
import org.cognito4j.localpool.LocalPool;
import org.cognito4j.localpool.PoolDefinition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A source of tokens that has the local pool to ask. */
class LocalPoolCallsTest {

    private static final String FIRST = "first0secret0of0billing0";
    private static final String SECOND = "second0secret0of0billing";

    private static PoolDefinition pool(String secret) {
        return PoolDefinition.builder("eu-west-1_LocalPool")
                .resourceServer("orders", "read", "write")
                .client("billing", client -> client.id("billing").secret(secret).scopes("orders/read"))
                .build();
    }

    private static ClientSettingsBuilder client(URI tokenEndpoint) {
        return new ClientSettingsBuilder()
                .tokenEndpoint(tokenEndpoint)
                .allowLoopbackHttp(true)
                .clientId("billing")
                .secret(() -> FIRST)
                .scopes(List.of("orders/read"));
    }

    private static TokenSource source(ClientSettings settings, SimulatedTime time) {
        return new TokenSource(settings, time, time, time::ticks);
    }

    @Test
    void gets_a_token_that_the_verifier_accepts() {
        try (LocalPool pool = LocalPool.start(pool(FIRST));
                TokenSource tokens = TokenSource.of(client(pool.tokenEndpoint()).build());
                TokenVerifier verifier = TokenVerifier.of(new VerifierSettingsBuilder()
                        .userPoolId(pool.userPoolId())
                        .issuers(List.of(pool.issuer()))
                        .keySetAddresses(List.of(pool.keySetAddress()))
                        .allowLoopbackHttp(true)
                        .clientIds(List.of("billing"))
                        .build())) {
            assertThat(verifier.verify(tokens.token()))
                    .isInstanceOfSatisfying(
                            Verification.Accepted.class,
                            accepted -> assertThat(accepted.token().scopes()).containsExactly("orders/read"));
        }
    }

    /** The life of a token is read by the clock that wrote its end. */
    @ParameterizedTest
    @ValueSource(longs = {-7_200, 7_200})
    void takes_the_tokens_of_a_pool_whose_clock_differs(long seconds) {
        InstantSource clock = () -> Instant.now().plusSeconds(seconds);
        try (LocalPool pool = LocalPool.start(pool(FIRST), 0, clock);
                TokenSource tokens = TokenSource.of(client(pool.tokenEndpoint()).build())) {
            assertThat(tokens.token()).isNotEmpty();
            assertThat(tokens.statistics().usableUntil().orElseThrow())
                    .isBetween(Instant.now().plusSeconds(3500), Instant.now().plusSeconds(3600));
        }
    }

    @Test
    void says_that_the_pre_token_generation_function_failed() {
        try (LocalCognito cognito = LocalCognito.configure().pool(pool(FIRST)).start();
                TokenSource tokens = TokenSource.of(
                        client(cognito.pool("eu-west-1_LocalPool").tokenEndpoint())
                                .build())) {
            cognito.preTokenTrigger(event -> {
                throw new IllegalStateException("first0secret");
            });

            TokenRequestFailed failure = catchThrowableOfType(TokenRequestFailed.class, tokens::token);

            assertThat(failure.code()).isEqualTo("invalid_request");
            assertThat(failure.hint()).contains("pre token generation function", "CloudWatch");
        }
    }

    @Test
    void asks_once_for_10_000_concurrent_cold_callers() throws Exception {
        ExecutorService callers = Executors.newFixedThreadPool(64);
        try (LocalPool pool = LocalPool.start(pool(FIRST));
                TokenSource tokens = TokenSource.of(client(pool.tokenEndpoint()).build())) {
            Callable<String> call = tokens::token;
            Set<String> seen = new HashSet<>();
            for (Future<String> token :
                    callers.invokeAll(Stream.generate(() -> call).limit(10_000).toList())) {
                seen.add(token.get());
            }

            assertThat(seen).hasSize(1);
            assertThat(tokens.statistics().requests()).isEqualTo(1);
        } finally {
            callers.shutdown();
        }
    }

    @Test
    void asks_24_to_34_times_in_a_day_of_hourly_tokens() {
        SimulatedTime time = new SimulatedTime();
        try (LocalPool pool = LocalPool.start(pool(FIRST), 0, time);
                TokenSource tokens = source(client(pool.tokenEndpoint()).build(), time)) {
            for (int minute = 0; minute < 24 * 60; minute++) {
                assertThat(tokens.token()).isNotEmpty();
                time.pass(Duration.ofMinutes(1));
            }

            assertThat(tokens.statistics().requests()).isBetween(24L, 34L);
            assertThat(tokens.statistics().hits()).isEqualTo(24 * 60 - 1);
        }
    }

    @Test
    void fails_no_call_when_the_secret_is_replaced() {
        SimulatedTime time = new SimulatedTime();
        LocalPool before = LocalPool.start(pool(FIRST), 0, InstantSource.system());
        int port = before.tokenEndpoint().getPort();
        ClientSettings settings =
                client(before.tokenEndpoint()).nextSecret(() -> SECOND).build();
        try (TokenSource tokens = source(settings, time)) {
            String first = tokens.token();
            before.close();
            try (LocalPool after = LocalPool.start(pool(SECOND), port, InstantSource.system())) {
                assertThat(after.tokenEndpoint()).isEqualTo(settings.endpoint());
                Set<String> seen = new HashSet<>(Set.of(first));
                for (int minute = 0; minute < 6 * 60; minute++) {
                    time.pass(Duration.ofMinutes(1));
                    seen.add(tokens.token());
                }

                assertThat(seen).hasSizeBetween(8, 9);
                assertThat(tokens.statistics().failures()).isEqualTo(1);
            }
        }
    }

    @Test
    void lives_through_an_outage_that_is_shorter_than_the_rest_of_the_token() {
        SimulatedTime time = new SimulatedTime();
        try (LocalPool pool = LocalPool.start(pool(FIRST), 0, InstantSource.system());
                TokenSource tokens = source(client(pool.tokenEndpoint()).build(), time)) {
            String first = tokens.token();
            pool.pause();
            for (int second = 0; second < 59 * 60; second++) {
                time.pass(Duration.ofSeconds(1));
                assertThat(tokens.token()).isEqualTo(first);
            }
            pool.resume();
            time.pass(Duration.ofMinutes(1));

            assertThat(tokens.token()).isNotEqualTo(first);
        }
    }
}
