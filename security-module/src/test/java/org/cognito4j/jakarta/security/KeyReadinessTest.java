package org.cognito4j.jakarta.security;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.cognito4j.GenuineTokens;
import org.cognito4j.KeyState;
import org.cognito4j.fault.Fault;
import org.cognito4j.fault.FaultServer;
import org.cognito4j.jakarta.CognitoService;
import org.cognito4j.jakarta.fake.FakeServlets;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.spi.HealthCheckResponseProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Readiness goes by the keys; a policy that has no effect is told beside them. */
@Timeout(60)
class KeyReadinessTest {

    @TempDir
    private Path folder;

    private final ServiceBean holder = new ServiceBean(new CognitoExtension());
    private final FakeServlets servlets = new FakeServlets();
    private FaultServer endpoint;

    @BeforeEach
    void configure() throws Exception {
        endpoint = new FaultServer(Fault.ok(GenuineTokens.keySet().getBytes(UTF_8)));
        HealthCheckResponse.setResponseProvider((HealthCheckResponseProvider) Builder::new);
        servlets.contextParameters.putAll(Map.of(
                "cognito.user-pool-id", GenuineTokens.POOL,
                "cognito.client-ids", "abc",
                "cognito.jwks-uri", endpoint.address("/keys").toString(),
                "cognito.jwks.timeout", "PT30S",
                "cognito.allow-loopback-http", "true"));
    }

    @AfterEach
    void stop() throws Exception {
        holder.close();
        endpoint.close();
        HealthCheckResponse.setResponseProvider(null);
    }

    @Test
    void is_up_without_data_where_nothing_is_verified() {
        assertThat(new KeyReadiness(holder).call().getStatus()).isEqualTo(Status.UP);
        assertThat(new KeyReadiness().call().getData()).isEmpty();
    }

    @Test
    void is_up_once_keys_are_there_and_says_nothing_of_a_policy_that_does_not_change() {
        CognitoService service = holder.start(servlets.context()).orElseThrow();
        KeyReadiness readiness = new KeyReadiness(holder);

        assertThat(readiness.call().getStatus()).isEqualTo(Status.DOWN);
        while (service.verifier().keyStates().get(0).status() != KeyState.Status.FRESH) {
            Thread.onSpinWait();
        }

        HealthCheckResponse ready = readiness.call();
        assertThat(ready.getStatus()).isEqualTo(Status.UP);
        assertThat(ready.getData().orElseThrow())
                .containsEntry(GenuineTokens.POOL + ".keys", "FRESH")
                .doesNotContainKey("policy.version");
    }

    @Test
    void names_the_pool_whose_keys_cannot_be_fetched_since_when_and_what_was_tried() {
        endpoint.answer(Fault.status(503, new byte[0]));
        holder.start(servlets.context()).orElseThrow();
        KeyReadiness readiness = new KeyReadiness(holder, InstantSource.fixed(Instant.parse("2026-12-01T09:30:00Z")));
        while (readiness.call().getData().orElseThrow().get(GenuineTokens.POOL + ".failed-fetches") == null) {
            Thread.onSpinWait();
        }

        HealthCheckResponse down = readiness.call();
        assertThat(down.getStatus()).isEqualTo(Status.DOWN);
        assertThat(down.getData().orElseThrow())
                .containsEntry(GenuineTokens.POOL + ".keys", "MISSING")
                .containsEntry(
                        GenuineTokens.POOL + ".tried", endpoint.address("/keys").toString())
                .containsKeys(GenuineTokens.POOL + ".last-error", GenuineTokens.POOL + ".next-fetch-seconds");
        assertThat(down.getData()
                        .orElseThrow()
                        .get(GenuineTokens.POOL + ".failing-since")
                        .toString())
                .isBetween("2026-12-01T09:28:00Z", "2026-12-01T09:30:00Z");
        assertThat((Long) down.getData().orElseThrow().get(GenuineTokens.POOL + ".failed-fetches"))
                .isPositive();
    }

    @Test
    void tells_of_the_policy_and_its_problem_without_a_change_of_the_status() throws Exception {
        Path file = Files.writeString(folder.resolve("policy.properties"), "");
        servlets.contextParameters.put("cognito.policy-file", file.toString());
        CognitoService service = holder.start(servlets.context()).orElseThrow();
        KeyReadiness readiness = new KeyReadiness(holder);
        while (readiness.call().getStatus() != Status.UP) {
            Thread.onSpinWait();
        }
        assertThat(readiness.call().getData().orElseThrow())
                .containsEntry("policy.version", 1L)
                .doesNotContainKey("policy.problem");

        Files.delete(file);
        while (service.policyProblem().isEmpty()) {
            Thread.onSpinWait();
        }

        assertThat(readiness.call().getStatus()).isEqualTo(Status.UP);
        assertThat(readiness
                        .call()
                        .getData()
                        .orElseThrow()
                        .get("policy.problem")
                        .toString())
                .contains("NoSuchFileException");
    }

    /** As an implementation makes responses. */
    private static final class Builder extends HealthCheckResponseBuilder {

        private final Map<String, Object> data = new HashMap<>();
        private String name = "";
        private boolean isUp;

        @Override
        public HealthCheckResponseBuilder name(String newName) {
            name = newName;
            return this;
        }

        @Override
        public HealthCheckResponseBuilder withData(String key, String value) {
            data.put(key, value);
            return this;
        }

        @Override
        public HealthCheckResponseBuilder withData(String key, long value) {
            data.put(key, value);
            return this;
        }

        @Override
        public HealthCheckResponseBuilder withData(String key, boolean value) {
            data.put(key, value);
            return this;
        }

        @Override
        public HealthCheckResponseBuilder up() {
            isUp = true;
            return this;
        }

        @Override
        public HealthCheckResponseBuilder down() {
            isUp = false;
            return this;
        }

        @Override
        public HealthCheckResponseBuilder status(boolean up) {
            isUp = up;
            return this;
        }

        @Override
        public HealthCheckResponse build() {
            Optional<Map<String, Object>> all = data.isEmpty() ? Optional.empty() : Optional.of(data);
            return new HealthCheckResponse(name, isUp ? Status.UP : Status.DOWN, all);
        }
    }
}
