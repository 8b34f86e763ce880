package org.cognito4j.jakarta.monitor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.metrics.SdkMeterProvider;
import io.opentelemetry.sdk.metrics.data.MetricData;
import io.opentelemetry.sdk.metrics.data.PointData;
import io.opentelemetry.sdk.testing.exporter.InMemoryMetricReader;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.cognito4j.GenuineTokens;
import org.cognito4j.KeyState;
import org.cognito4j.RejectionReason;
import org.cognito4j.Verification;
import org.cognito4j.config.Configuration;
import org.cognito4j.config.ConfigurationSource;
import org.cognito4j.config.ServiceSettingsReader;
import org.cognito4j.fault.Fault;
import org.cognito4j.fault.FaultServer;
import org.cognito4j.jakarta.CognitoService;
import org.cognito4j.jakarta.decision.DecisionForm;
import org.cognito4j.jakarta.decision.Requirement;
import org.cognito4j.jakarta.fake.FakeServlets;
import org.cognito4j.jakarta.fake.Requests;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class OpenTelemetryMetersTest {

    private final InMemoryMetricReader reader = InMemoryMetricReader.create();
    private final OpenTelemetrySdk sdk = OpenTelemetrySdk.builder()
            .setMeterProvider(
                    SdkMeterProvider.builder().registerMetricReader(reader).build())
            .build();
    private FaultServer endpoint;

    @BeforeEach
    void start() throws Exception {
        GlobalOpenTelemetry.resetForTest();
        endpoint = new FaultServer(Fault.ok(GenuineTokens.keySet().getBytes(UTF_8)));
    }

    @AfterEach
    void stop() throws Exception {
        GlobalOpenTelemetry.resetForTest();
        sdk.close();
        endpoint.close();
    }

    @Test
    void count_decisions_by_code_and_client() {
        GlobalOpenTelemetry.set(sdk);
        try (CognitoService service = start("/metered")) {
            decide(service, new Verification.Accepted(GenuineTokens.holding("read")));
            refuse(service);
            refuse(service);

            String own = "application=/metered deployment=1 filter=none";
            assertThat(points())
                    .containsEntry("cognito.accepted " + own, 1.0)
                    .containsEntry("cognito.refused " + with(own, "code=token-malformed"), 2.0)
                    .containsEntry("cognito.refused " + with(own, "code=token-expired"), 0.0)
                    .containsEntry(
                            "cognito.client.refused application=/metered client=unverified"
                                    + " code=token-malformed deployment=1 filter=none",
                            2.0)
                    .containsEntry("cognito.cache.misses " + own, 2.0)
                    .containsEntry("cognito.policy.failing " + own, 0.0);
            assertThat(names()).doesNotContain("cognito.key.age");
        }
    }

    @Test
    void tell_the_age_of_keys_while_there_are_some() {
        GlobalOpenTelemetry.set(sdk);
        try (CognitoService service = start("/keys")) {
            service.verifier().beginFetching();
            while (service.verifier().keyStates().get(0).status() != KeyState.Status.FRESH) {
                Thread.yield();
            }

            assertThat(points().get("cognito.key.age application=/keys deployment=1 filter=none pool="
                            + GenuineTokens.POOL))
                    .isNotNegative();
        }
    }

    /** Whoever reads them finds in one what is in the other. */
    @Test
    void have_the_names_and_dimensions_of_the_meters_of_micrometer() {
        GlobalOpenTelemetry.set(sdk);
        SimpleMeterRegistry micrometer = new SimpleMeterRegistry();
        Metrics.addRegistry(micrometer);
        try (CognitoService service = start("/both")) {
            refuse(service);
            service.refusals()
                    .forbidden(
                            Requests.withAuthorization("Bearer x"),
                            DecisionForm.RESOURCE,
                            Requirement.ofScopes(List.of("write"), List.of("write")),
                            GenuineTokens.holding("read"));
            assertThat(points())
                    .containsEntry(
                            "cognito.client.forbidden application=/both client=other deployment=1 filter=none scope=write",
                            1.0);
            service.verifier().beginFetching();
            while (service.verifier().keyStates().get(0).status() != KeyState.Status.FRESH) {
                Thread.yield();
            }
            Map<String, Set<String>> expected = new TreeMap<>();
            micrometer.getMeters().forEach(meter -> {
                Set<String> tags = expected.computeIfAbsent(meter.getId().getName(), name -> new TreeSet<>());
                meter.getId().getTags().forEach(tag -> tags.add(tag.getKey()));
            });

            Map<String, Set<String>> dimensions = new TreeMap<>();
            reader.collectAllMetrics()
                    .forEach(metric -> pointsOf(metric).forEach(point -> {
                        Set<String> own = dimensions.computeIfAbsent(metric.getName(), name -> new TreeSet<>());
                        point.getAttributes().forEach((key, value) -> own.add(key.getKey()));
                    }));

            assertThat(dimensions).isEqualTo(expected);
        } finally {
            Metrics.removeRegistry(micrometer);
        }
    }

    @Test
    void of_clients_that_are_not_configured_are_counted_together() {
        GlobalOpenTelemetry.set(sdk);
        try (CognitoService service = start("/flood")) {
            decide(service, new Verification.Accepted(GenuineTokens.holding("read")));

            assertThat(points().keySet().stream()
                            .filter(key -> key.startsWith("cognito.client.accepted "))
                            .map(key -> key.replaceFirst(".*client=(\\S+).*", "$1")))
                    .containsExactlyInAnyOrder("abc", "other", "unverified");
        }
    }

    @Test
    void are_gone_with_the_application_and_there_once_after_it_is_deployed_again() {
        GlobalOpenTelemetry.set(sdk);
        start("/again").close();
        assertThat(reader.collectAllMetrics()).isEmpty();

        try (CognitoService service = start("/again")) {
            refuse(service);

            assertThat(points().keySet().stream().filter(key -> key.startsWith("cognito.accepted ")))
                    .containsExactly("cognito.accepted application=/again deployment=1 filter=none");
        }
        assertThat(reader.collectAllMetrics()).isEmpty();
    }

    @Test
    void of_two_deployments_with_one_path_are_told_apart() {
        GlobalOpenTelemetry.set(sdk);
        try (CognitoService one = start("");
                CognitoService two = start("")) {
            assertThat(one).isNotNull();
            refuse(two);

            assertThat(points())
                    .containsEntry("cognito.refused application=/ code=token-malformed deployment=1 filter=none", 0.0)
                    .containsEntry("cognito.refused application=/ code=token-malformed deployment=2 filter=none", 1.0);
        }
    }

    @ApplicationScoped
    static class Producer {

        private static OpenTelemetry telemetry = OpenTelemetry.noop();

        @Produces
        OpenTelemetry telemetry() {
            return telemetry;
        }
    }

    @Test
    void go_to_the_bean_of_the_application() {
        Producer.telemetry = sdk;
        try (SeContainer container = SeContainerInitializer.newInstance()
                        .disableDiscovery()
                        .addBeanClasses(Producer.class)
                        .initialize();
                CognitoService service = start("/bean")) {
            assertThat(container).isNotNull();
            refuse(service);

            assertThat(names()).contains("cognito.accepted");
            assertThat(GlobalOpenTelemetry.isSet()).isFalse();
        }
    }

    /** An application may set its SDK in a listener of its own, which may come after the module's. */
    @Test
    void are_there_from_the_first_decision_on_if_the_sdk_came_after_the_module() {
        for (Verification first : List.of(
                new Verification.Accepted(GenuineTokens.holding("read")),
                new Verification.Rejected(RejectionReason.TOKEN_EXPIRED))) {
            GlobalOpenTelemetry.resetForTest();
            try (CognitoService service = start("/late")) {
                assertThat(GlobalOpenTelemetry.isSet()).isFalse();
                GlobalOpenTelemetry.set(sdk);
                decide(service, first);

                assertThat(names()).contains("cognito.accepted");
            }
            assertThat(reader.collectAllMetrics()).isEmpty();
        }
    }

    private static String with(String own, String more) {
        return own.replace(" deployment", " " + more + " deployment");
    }

    private Set<String> names() {
        Set<String> names = new TreeSet<>();
        reader.collectAllMetrics().forEach(metric -> names.add(metric.getName()));
        return names;
    }

    /** The value of each point, by its name and its attributes in their order. */
    private Map<String, Double> points() {
        Map<String, Double> points = new TreeMap<>();
        reader.collectAllMetrics().forEach(metric -> {
            metric.getLongSumData()
                    .getPoints()
                    .forEach(point -> points.put(key(metric, point), (double) point.getValue()));
            metric.getLongGaugeData()
                    .getPoints()
                    .forEach(point -> points.put(key(metric, point), (double) point.getValue()));
            metric.getDoubleGaugeData().getPoints().forEach(point -> points.put(key(metric, point), point.getValue()));
        });
        return points;
    }

    private static String key(MetricData metric, PointData point) {
        StringBuilder key = new StringBuilder(metric.getName());
        point.getAttributes()
                .forEach((name, value) ->
                        key.append(' ').append(name.getKey()).append('=').append(value));
        return key.toString();
    }

    private static Stream<? extends PointData> pointsOf(MetricData metric) {
        return metric.getData().getPoints().stream();
    }

    private static void refuse(CognitoService service) {
        service.authenticate(Requests.withAuthorization("Bearer x"), DecisionForm.FILTER, service.verifier()::verify);
    }

    private static void decide(CognitoService service, Verification verification) {
        service.authenticate(Requests.withAuthorization("Bearer x"), DecisionForm.FILTER, token -> verification);
    }

    private CognitoService start(String path) {
        FakeServlets servlets = new FakeServlets();
        servlets.contextPath = path;
        CognitoService service =
                new CognitoService(ServiceSettingsReader.read(Configuration.of(List.of(ConfigurationSource.of(
                        "test",
                        Map.of(
                                "cognito.user-pool-id", GenuineTokens.POOL,
                                "cognito.client-ids", "abc",
                                "cognito.jwks-uri", endpoint.address("/keys").toString(),
                                "cognito.jwks.timeout", "PT30S",
                                "cognito.allow-loopback-http", "true"))))));
        service.publishIn(servlets.context());
        return service;
    }
}
