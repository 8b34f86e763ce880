package org.cognito4j.jakarta.monitor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.cognito4j.GenuineTokens;
import org.cognito4j.KeyState;
import org.cognito4j.Verification;
import org.cognito4j.config.Configuration;
import org.cognito4j.config.ConfigurationSource;
import org.cognito4j.config.ServiceSettingsReader;
import org.cognito4j.fault.Fault;
import org.cognito4j.fault.FaultServer;
import org.cognito4j.jakarta.CognitoService;
import org.cognito4j.jakarta.decision.DecisionForm;
import org.cognito4j.jakarta.decision.RefusalCode;
import org.cognito4j.jakarta.fake.FakeServlets;
import org.cognito4j.jakarta.fake.Requests;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class MicrometerMetersTest {

    private final PrometheusMeterRegistry prometheus = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private FaultServer endpoint;

    @TempDir
    private Path folder;

    @BeforeEach
    void start() throws Exception {
        endpoint = new FaultServer(Fault.ok(GenuineTokens.keySet().getBytes(UTF_8)));
        Metrics.addRegistry(prometheus);
    }

    @AfterEach
    void stop() throws Exception {
        Metrics.removeRegistry(prometheus);
        endpoint.close();
    }

    @Test
    void count_decisions_by_code_and_tell_the_age_of_keys() {
        try (CognitoService service = start("/metered")) {
            decide(service, new Verification.Accepted(GenuineTokens.holding("read")));
            refuse(service);
            refuse(service);
            assertThat(lines())
                    .contains(
                            "cognito_key_age_seconds{application=\"/metered\",deployment=\"1\",filter=\"none\",pool=\""
                                    + GenuineTokens.POOL + "\"} NaN");
            fetchKeys(service);

            assertThat(lines())
                    .contains(
                            "cognito_accepted_total{application=\"/metered\",deployment=\"1\",filter=\"none\"} 1.0",
                            "cognito_refused_total{application=\"/metered\",code=\"token-malformed\",deployment=\"1\",filter=\"none\"} 2.0",
                            "cognito_refused_total{application=\"/metered\",code=\"token-expired\",deployment=\"1\",filter=\"none\"} 0.0",
                            "cognito_cache_hits_total{application=\"/metered\",deployment=\"1\",filter=\"none\"} 0.0",
                            "cognito_cache_misses_total{application=\"/metered\",deployment=\"1\",filter=\"none\"} 2.0",
                            "cognito_key_refreshes_total{application=\"/metered\",deployment=\"1\",filter=\"none\"} 1.0",
                            "cognito_key_failures_total{application=\"/metered\",deployment=\"1\",filter=\"none\"} 0.0")
                    .anyMatch(line -> line.matches("cognito_key_age_seconds\\{.*} [0-9].*"));
        }
    }

    @Test
    void count_fetches_that_fail() {
        endpoint.answer(Fault.status(503, new byte[0]));
        try (CognitoService service = start("/failing")) {
            service.verifier().beginFetching();
            while (service.verifier().keyStates().get(0).lastError().isEmpty()) {
                Thread.yield();
            }

            assertThat(Metrics.globalRegistry
                            .get("cognito.key.failures")
                            .tag("application", "/failing")
                            .functionCounter()
                            .count())
                    .isEqualTo(1);
        }
    }

    @Test
    void are_there_for_every_code_from_the_start_to_the_end() {
        CognitoService service = start("/codes");
        for (String code : RefusalCode.all()) {
            assertThat(Metrics.globalRegistry
                            .find("cognito.refused")
                            .tags("application", "/codes", "code", code)
                            .meter())
                    .as(code)
                    .isNotNull();
        }

        service.close();

        assertThat(Metrics.globalRegistry.find("cognito.refused").meters()).isEmpty();
        assertThat(lines()).noneMatch(line -> line.startsWith("cognito_"));
    }

    @Test
    void of_two_deployments_with_one_path_are_told_apart() {
        try (CognitoService one = start("");
                CognitoService two = start("")) {
            refuse(two);

            String code = ",code=\"token-malformed\",";
            assertThat(one).isNotNull();
            assertThat(lines())
                    .contains(
                            "cognito_refused_total{application=\"/\"" + code + "deployment=\"1\",filter=\"none\"} 0.0",
                            "cognito_refused_total{application=\"/\"" + code + "deployment=\"2\",filter=\"none\"} 1.0");
        }
    }

    @ApplicationScoped
    static class OwnRegistry {

        private static final MeterRegistry REGISTRY = new SimpleMeterRegistry();

        @Produces
        MeterRegistry registry() {
            return REGISTRY;
        }
    }

    @Test
    void go_to_the_registry_that_is_a_bean_of_the_application() {
        try (SeContainer container = SeContainerInitializer.newInstance()
                        .disableDiscovery()
                        .addBeanClasses(OwnRegistry.class)
                        .initialize();
                CognitoService service = start("/bean")) {
            assertThat(container).isNotNull();
            refuse(service);

            assertThat(OwnRegistry.REGISTRY
                            .get("cognito.refused")
                            .tag("code", "token-malformed")
                            .functionCounter()
                            .count())
                    .isEqualTo(1);
            assertThat(Metrics.globalRegistry.find("cognito.refused").meters()).isEmpty();
        }
        assertThat(OwnRegistry.REGISTRY.getMeters()).isEmpty();
    }

    private Iterable<String> lines() {
        return prometheus.scrape().lines().toList();
    }

    /** A change by hand counts like that of a file; a problem of one is there until it is over. */
    @Test
    void count_changes_and_problems_of_the_policy() throws Exception {
        Path file = Files.writeString(folder.resolve("policy"), "");
        try (CognitoService service = start("/policy", Map.of("cognito.policy-file", file.toString()))) {
            String tags = "{application=\"/policy\",deployment=\"1\",filter=\"none\"}";
            assertThat(lines())
                    .contains("cognito_policy_changes_total" + tags + " 0.0")
                    .contains("cognito_policy_problems_total" + tags + " 0.0")
                    .contains("cognito_policy_failing" + tags + " 0.0");

            service.verifier().replacePolicy(service.verifier().settings());
            Files.delete(file);
            while (!prometheus.scrape().contains("cognito_policy_problems_total" + tags + " 1.0")) {
                Thread.onSpinWait();
            }

            assertThat(lines())
                    .contains("cognito_policy_changes_total" + tags + " 1.0")
                    .contains("cognito_policy_failing" + tags + " 1.0");
        }
    }

    private static void refuse(CognitoService service) {
        service.authenticate(Requests.withAuthorization("Bearer x"), DecisionForm.FILTER, service.verifier()::verify);
    }

    private static void decide(CognitoService service, Verification verification) {
        service.authenticate(Requests.withAuthorization("Bearer x"), DecisionForm.FILTER, token -> verification);
    }

    private static void fetchKeys(CognitoService service) {
        service.verifier().beginFetching();
        while (service.verifier().keyStates().get(0).status() != KeyState.Status.FRESH) {
            Thread.yield();
        }
    }

    private CognitoService start(String path) {
        return start(path, Map.of());
    }

    private CognitoService start(String path, Map<String, String> more) {
        FakeServlets servlets = new FakeServlets();
        servlets.contextPath = path;
        CognitoService service = new CognitoService(ServiceSettingsReader.read(Configuration.of(List.of(
                ConfigurationSource.of(
                        "test",
                        Map.of(
                                "cognito.user-pool-id", GenuineTokens.POOL,
                                "cognito.client-ids", "abc",
                                "cognito.jwks-uri", endpoint.address("/keys").toString(),
                                "cognito.jwks.timeout", "PT30S",
                                "cognito.allow-loopback-http", "true")),
                ConfigurationSource.of("more", more)))));
        service.publishIn(servlets.context());
        return service;
    }
}
