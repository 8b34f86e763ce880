package org.cognito4j.jakarta.monitor;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.Tags;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.ToDoubleFunction;
import org.cognito4j.KeyState;
import org.cognito4j.jakarta.decision.RefusalCode;
import org.cognito4j.net.QuietLog;

/**
 * An application's figures as meters of Micrometer, from its start to its end: with the registry that is a bean of the
 * application, or else with Micrometer's global one. They read what is counted anyway, so a request costs nothing more.
 */
final class MicrometerMeters implements ClientCounts.FigureListener {

    private static final Logger LOG = QuietLog.of("org.cognito4j");
    private static final String ACCEPTED = "cognito.accepted";

    private final MeterRegistry registry;
    private final MeteredService service;
    private final Tags tags;
    private final CopyOnWriteArrayList<Meter> meters = new CopyOnWriteArrayList<>();

    private MicrometerMeters(MeterRegistry registry, Tags tags, MeteredService service) {
        this.registry = registry;
        this.service = service;
        this.tags = tags;
    }

    /**
     * Registers them.
     *
     * @return what removes them; holds on to what they read, as they do not
     */
    static Runnable register(MeteredService service) {
        MeterRegistry registry = MeterRegistryBean.find().orElse(Metrics.globalRegistry);
        MicrometerMeters meters = new MicrometerMeters(registry, freeTags(registry, service), service);
        meters.add();
        return meters::remove;
    }

    /** Another virtual host or server in this JVM may have an application of the same path. */
    private static Tags freeTags(MeterRegistry registry, MeteredService service) {
        int deployment = 1;
        Tags tags = tags(service, deployment);
        while (registry.find(ACCEPTED).tags(tags).meter() != null) {
            deployment++;
            tags = tags(service, deployment);
        }
        return tags;
    }

    private static Tags tags(MeteredService service, int deployment) {
        return Tags.of(
                "application",
                service.application(),
                "filter",
                service.filterTag(),
                "deployment",
                String.valueOf(deployment));
    }

    private void add() {
        counter(
                ACCEPTED,
                tags,
                "Tokens that were accepted",
                own -> own.service.counters().accepted());
        for (String code : RefusalCode.all()) {
            Tags coded = tags.and("code", code);
            counter(
                    "cognito.refused",
                    coded,
                    "Requests that were refused",
                    own -> own.service.counters().refused(code));
        }
        counter(
                "cognito.cache.hits",
                tags,
                "Tokens whose verdict was remembered",
                own -> own.service.verifier().cacheHits());
        counter(
                "cognito.cache.misses",
                tags,
                "Tokens that had to be examined",
                own -> own.service.verifier().cacheMisses());
        counter(
                "cognito.key.refreshes",
                tags,
                "Fetches that brought keys",
                own -> own.service.counters().keyRefreshes());
        counter(
                "cognito.key.failures",
                tags,
                "Fetches of keys that failed",
                own -> own.service.counters().keyFailures());
        counter(
                "cognito.policy.changes",
                tags,
                "Changes of the policy",
                own -> own.service.verifier().policyVersion() - 1.0);
        counter(
                "cognito.policy.problems",
                tags,
                "Policies that were not taken",
                own -> own.service.counters().policyProblems());
        meters.add(Gauge.builder(
                        "cognito.policy.failing",
                        this,
                        own -> own.service.policyProblem().get().isEmpty() ? 0 : 1)
                .tags(tags)
                .description("1 while the last good policy stays in place of another one, which has a problem")
                .register(registry));
        for (KeyState state : service.verifier().keyStates()) {
            String pool = state.userPool().id();
            meters.add(Gauge.builder("cognito.key.age", this, own -> own.keyAge(pool))
                    .tags(tags.and("pool", pool))
                    .baseUnit("seconds")
                    .description("Age of the keys in use; not a number while there are none")
                    .register(registry));
        }
        service.clients().listen(this);
    }

    @Override
    public void client(ClientCount count) {
        Tags own = tags.and("client", count.label());
        counter(
                "cognito.client.accepted",
                own,
                "Requests of the app client that were accepted",
                any -> count.getAccepted());
        counter("cognito.client.tokens", own, "Different tokens of the app client", any -> count.getTokens());
        meters.addIfAbsent(FunctionCounter.builder("cognito.client.token.left", this, any -> count.secondsLeft())
                .tags(own)
                .baseUnit("seconds")
                .description("How long accepted tokens still had to live, all together")
                .register(registry));
    }

    @Override
    public void reason(ClientCount count, String code) {
        Tags own = tags.and("client", count.label(), "code", code);
        counter(
                "cognito.client.refused",
                own,
                "Requests of the app client that were refused",
                any -> count.refused(code));
    }

    @Override
    public void scopes(ClientCount count) {
        for (String scope : count.getForbiddenByScope().keySet()) {
            Tags own = tags.and("client", count.label(), "scope", scope);
            counter(
                    "cognito.client.forbidden",
                    own,
                    "403 of the app client by the scope that would have done",
                    any -> count.forbidden(scope));
        }
    }

    private void counter(String name, Tags own, String description, ToDoubleFunction<MicrometerMeters> figure) {
        meters.addIfAbsent(FunctionCounter.builder(name, this, figure)
                .tags(own)
                .description(description)
                .register(registry));
    }

    private double keyAge(String pool) {
        return service.verifier().keyStates().stream()
                .filter(state ->
                        state.userPool().id().equals(pool) && state.status().isInUse())
                .mapToDouble(state -> state.age().toMillis() / 1_000.0)
                .findFirst()
                .orElse(Double.NaN);
    }

    private void remove() {
        service.clients().stopListening(this);
        try {
            meters.forEach(registry::remove);
        } catch (RuntimeException e) {
            // The registry may be a bean that has ended before us.
            LOG.log(Level.DEBUG, "The meters could not be removed", e);
        }
    }
}
