package org.cognito4j.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.cognito4j.localpool.LocalPool;
import org.cognito4j.localpool.PoolDefinition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An app client's secret is replaced as Cognito has it done: a second one is added, then the first one is deleted. */
class SecretReplacementTest {

    private static final String FIRST = "first0secret0of0billing0";
    private static final String SECOND = "second0secret0of0billing";
    private static final int HOURS = 4 * 60;

    private final SimulatedTime time = new SimulatedTime();
    private final LocalPool pool = LocalPool.start(
            PoolDefinition.builder("eu-west-1_LocalPool")
                    .resourceServer("orders", "read")
                    .client(
                            "billing",
                            client -> client.id("billing").secret(FIRST).scopes("orders/read"))
                    .build(),
            0,
            time);
    private final PoolAdministrator administrator =
            new PoolAdministrator(pool.server().uri());

    @AfterEach
    void stop() {
        pool.close();
    }

    @Test
    void fails_no_call_of_a_source_that_has_both_secrets() {
        try (TokenSource tokens = source(settings(() -> FIRST).nextSecret(() -> SECOND))) {
            callEachMinute(tokens);
            administrator.addSecret(pool.userPoolId(), "billing", SECOND);
            callEachMinute(tokens);
            assertThat(tokens.statistics().failures()).isZero();

            administrator.deleteFirstSecret(pool.userPoolId(), "billing");
            long before = tokens.statistics().requests();
            callEachMinute(tokens);

            assertThat(tokens.statistics().failures()).isEqualTo(1); // the first secret, tried once more
            assertThat(tokens.statistics().requests() - before).isBetween(5L, 7L);
        }
    }

    @Test
    void fails_no_call_of_a_source_whose_secret_is_replaced_where_it_stands() {
        AtomicReference<String> secret = new AtomicReference<>(FIRST);
        try (TokenSource tokens = source(settings(secret::get))) {
            callEachMinute(tokens);
            administrator.addSecret(pool.userPoolId(), "billing", SECOND);
            callEachMinute(tokens);
            secret.set(SECOND);
            administrator.deleteFirstSecret(pool.userPoolId(), "billing");
            callEachMinute(tokens);

            assertThat(tokens.statistics().failures()).isZero();
        }
    }

    @Test
    void fails_calls_of_a_source_that_was_never_told_the_second_one() {
        try (TokenSource tokens = source(settings(() -> FIRST))) {
            administrator.addSecret(pool.userPoolId(), "billing", SECOND);
            administrator.deleteFirstSecret(pool.userPoolId(), "billing");

            assertThatThrownBy(tokens::token)
                    .isInstanceOfSatisfying(
                            TokenRequestFailed.class,
                            failure -> assertThat(failure.code()).isEqualTo("invalid_client"));
        }
    }

    private ClientSettingsBuilder settings(Supplier<String> secret) {
        return new ClientSettingsBuilder()
                .tokenEndpoint(pool.tokenEndpoint())
                .allowLoopbackHttp(true)
                .clientId("billing")
                .secret(secret)
                .scopes(List.of("orders/read"));
    }

    private TokenSource source(ClientSettingsBuilder settings) {
        return new TokenSource(settings.build(), time, time, time::ticks);
    }

    /** A failed call ends the test, by its exception. */
    private void callEachMinute(TokenSource tokens) {
        for (int minute = 0; minute < HOURS; minute++) {
            assertThat(tokens.token()).isNotEmpty();
            time.pass(Duration.ofMinutes(1));
        }
    }
}
