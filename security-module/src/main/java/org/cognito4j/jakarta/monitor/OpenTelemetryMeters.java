package org.cognito4j.jakarta.monitor;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.Meter;
import io.opentelemetry.api.metrics.ObservableDoubleMeasurement;
import io.opentelemetry.api.metrics.ObservableLongMeasurement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.ToLongFunction;
import org.cognito4j.KeyState;
import org.cognito4j.TokenVerifier;
import org.cognito4j.jakarta.decision.RefusalCode;
import org.cognito4j.net.OpenTelemetryLookup;
import org.cognito4j.net.Quietly;

/**
 * A service's figures as asynchronous instruments of OpenTelemetry, with the names and attributes of the meters of Micrometer. They read
 * what is counted anyway, when the SDK asks. Used only where the API is there. Thread-safe.
 */
final class OpenTelemetryMeters implements AutoCloseable {

    private static final AttributeKey<String> CODE = AttributeKey.stringKey("code");
    private static final AttributeKey<String> CLIENT = AttributeKey.stringKey("client");
    private static final AttributeKey<String> SCOPE = AttributeKey.stringKey("scope");
    private static final AttributeKey<String> POOL = AttributeKey.stringKey("pool");
    private static final String REQUESTS = "{request}";
    private static final String TOKENS = "{token}";
    private static final String POLICIES = "{policy}";
    private static final String FETCHES = "{fetch}";
    private static final double MILLIS = 1_000;

    private final OpenTelemetryLookup lookup;
    private final MeteredService service;
    private final Attributes own;
    private final List<Runnable> removals = new CopyOnWriteArrayList<>();
    private boolean isOver; // guarded by this

    /** Instruments that are not registered yet. */
    OpenTelemetryMeters(OpenTelemetryLookup lookup, MeteredService service) {
        this.lookup = lookup;
        this.service = service;
        this.own = Attributes.builder()
                .put("application", service.application())
                .put("filter", service.filterTag())
                .put("deployment", String.valueOf(service.instance()))
                .build();
    }

    /** Registers them if there is an OpenTelemetry now, unless they are or were. Returns whether there is nothing left to do. */
    synchronized boolean register() {
        if (removals.isEmpty() && !isOver) {
            lookup.find().map(telemetry -> telemetry.getMeter("org.cognito4j")).ifPresent(meter -> {
                addDecisions(meter);
                addClients(meter);
                addState(meter);
            });
        }
        return isOver || !removals.isEmpty();
    }

    private void addDecisions(Meter meter) {
        Counters counters = service.counters();
        TokenVerifier verifier = service.verifier();
        add(meter, "cognito.accepted", REQUESTS, "Tokens that were accepted", counters::accepted);
        addAll(
                meter,
                "cognito.refused",
                REQUESTS,
                "Requests that were refused",
                asked -> RefusalCode.all().forEach(code -> asked.record(counters.refused(code), with(CODE, code))));
        add(meter, "cognito.cache.hits", TOKENS, "Tokens whose verdict was remembered", verifier::cacheHits);
        add(meter, "cognito.cache.misses", TOKENS, "Tokens that had to be examined", verifier::cacheMisses);
    }

    private void addClients(Meter meter) {
        ofClients(meter, "cognito.client.accepted", REQUESTS, "Requests that were accepted", ClientCount::getAccepted);
        ofClients(meter, "cognito.client.tokens", TOKENS, "Different tokens", ClientCount::getTokens);
        ofClients(
                meter,
                "cognito.client.token.left",
                "s",
                "How long accepted tokens still had to live, all together",
                ClientCount::secondsLeft);
        byText(meter, "cognito.client.refused", "Requests that were refused", CODE, ClientCount::getRefusedByReason);
        byText(
                meter,
                "cognito.client.forbidden",
                "403 by the scope that would have done",
                SCOPE,
                ClientCount::getForbiddenByScope);
    }

    private void byText(
            Meter meter,
            String name,
            String description,
            AttributeKey<String> text,
            Function<ClientCount, Map<String, Long>> figures) {
        addAll(
                meter,
                name,
                REQUESTS,
                description,
                asked -> service.clients().all().forEach(client -> {
                    Attributes ofClient = with(CLIENT, client.label());
                    figures.apply(client)
                            .forEach((value, count) -> asked.record(
                                    count, ofClient.toBuilder().put(text, value).build()));
                }));
    }

    private void addState(Meter meter) {
        Counters counters = service.counters();
        TokenVerifier verifier = service.verifier();
        add(meter, "cognito.key.refreshes", FETCHES, "Fetches that brought keys", counters::keyRefreshes);
        add(meter, "cognito.key.failures", FETCHES, "Fetches of keys that failed", counters::keyFailures);
        add(meter, "cognito.policy.changes", POLICIES, "Changes of the policy", () -> verifier.policyVersion() - 1);
        add(meter, "cognito.policy.problems", POLICIES, "Policies that were not taken", counters::policyProblems);
        removals.add(meter.gaugeBuilder("cognito.policy.failing")
                .ofLongs()
                .setDescription("1 while the last good policy stays in place of another one, which has a problem")
                .buildWithCallback(
                        asked -> asked.record(service.policyProblem().get().isEmpty() ? 0 : 1, own))::close);
        removals.add(meter.gaugeBuilder("cognito.key.age")
                .setUnit("s")
                .setDescription("Age of the keys in use; left out while there are none")
                .buildWithCallback(asked -> verifier.keyStates().forEach(state -> recordAge(asked, state)))::close);
    }

    private void recordAge(ObservableDoubleMeasurement asked, KeyState state) {
        if (state.status().isInUse()) {
            asked.record(
                    state.age().toMillis() / MILLIS, with(POOL, state.userPool().id()));
        }
    }

    private void ofClients(
            Meter meter, String name, String unit, String description, ToLongFunction<ClientCount> figure) {
        addAll(
                meter,
                name,
                unit,
                description,
                asked -> service.clients()
                        .all()
                        .forEach(client -> asked.record(figure.applyAsLong(client), with(CLIENT, client.label()))));
    }

    private void add(Meter meter, String name, String unit, String description, LongSupplier figure) {
        addAll(meter, name, unit, description, asked -> asked.record(figure.getAsLong(), own));
    }

    private void addAll(
            Meter meter, String name, String unit, String description, Consumer<ObservableLongMeasurement> figures) {
        removals.add(meter.counterBuilder(name)
                .setUnit(unit)
                .setDescription(description)
                .buildWithCallback(figures)::close);
    }

    private Attributes with(AttributeKey<String> name, String value) {
        return own.toBuilder().put(name, value).build();
    }

    @Override
    public synchronized void close() {
        isOver = true;
        removals.forEach(Quietly::run);
        removals.clear();
    }
}
