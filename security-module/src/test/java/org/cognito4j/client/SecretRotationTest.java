package org.cognito4j.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.cognito4j.client.TokenAnswer.Failed;
import org.cognito4j.client.TokenAnswer.Granted;
import org.junit.jupiter.api.Test;

class SecretRotationTest {

    private static final TokenAnswer GRANTED = new Granted("token", Instant.EPOCH, Duration.ofHours(1));

    private final Set<String> valid = new HashSet<>(Set.of("one"));
    private final List<String> presented = new ArrayList<>();
    private TokenFailure outage;

    private TokenAnswer endpoint(String secret) {
        presented.add(secret);
        if (outage != null) {
            return new Failed(outage);
        }
        return valid.contains(secret) ? GRANTED : new Failed(new TokenFailure("invalid_client", false));
    }

    @Test
    void loses_no_request_when_the_secrets_are_rotated() {
        SecretRotation rotation = new SecretRotation(List.of(() -> "one", () -> "two"));
        for (Set<String> state : List.of(Set.of("one"), Set.of("one", "two"), Set.of("two"), Set.of("two", "one"))) {
            valid.clear();
            valid.addAll(state);
            assertThat(rotation.ask(this::endpoint)).isEqualTo(GRANTED);
        }
        assertThat(presented).containsExactly("one", "one", "one", "two", "two");
    }

    @Test
    void tries_the_other_secret_once_and_then_one_at_a_time() {
        SecretRotation rotation = new SecretRotation(List.of(() -> "one", () -> "two"));
        valid.clear();

        for (int i = 0; i < 4; i++) {
            assertThat(rotation.ask(this::endpoint)).isInstanceOf(Failed.class);
        }
        assertThat(presented).containsExactly("one", "two", "two", "one", "two");

        valid.add("one");
        assertThat(rotation.ask(this::endpoint)).isEqualTo(GRANTED);
        valid.clear();
        presented.clear();
        rotation.ask(this::endpoint);
        assertThat(presented).containsExactly("one", "two");
    }

    @Test
    void does_not_try_the_other_secret_for_another_reason() {
        SecretRotation rotation = new SecretRotation(List.of(() -> "one", () -> "two"));
        outage = new TokenFailure("http-503", true);

        rotation.ask(this::endpoint);

        assertThat(presented).containsExactly("one");
    }

    @Test
    void reads_a_secret_anew_that_was_just_replaced() {
        AtomicReference<String> secret = new AtomicReference<>("zero");
        SecretRotation rotation = new SecretRotation(List.of(() -> secret.getAndSet("one")));

        assertThat(rotation.ask(this::endpoint)).isEqualTo(GRANTED);
        assertThat(presented).containsExactly("zero", "one");
    }

    @Test
    void presents_a_refused_secret_once_if_there_is_no_other() {
        valid.clear();

        new SecretRotation(List.of(() -> "one")).ask(this::endpoint);
        new SecretRotation(List.of(() -> "one", () -> "one")).ask(this::endpoint);

        assertThat(presented).containsExactly("one", "one");
    }

    @Test
    void takes_the_second_secret_where_the_first_cannot_be_had() {
        valid.add("two");
        SecretRotation rotation = new SecretRotation(List.of(
                () -> {
                    throw new IllegalStateException("one");
                },
                () -> "two"));

        assertThat(rotation.ask(this::endpoint)).isEqualTo(GRANTED);
        assertThat(presented).containsExactly("two");
    }

    @Test
    void fails_without_a_request_where_there_is_no_secret() {
        SecretRotation rotation = new SecretRotation(List.of(() -> " ", () -> null));

        assertThat(rotation.ask(this::endpoint))
                .isInstanceOfSatisfying(
                        Failed.class,
                        failed -> assertThat(failed.failure().code()).isEqualTo("secret-unavailable"));
        assertThat(presented).isEmpty();
    }
}
