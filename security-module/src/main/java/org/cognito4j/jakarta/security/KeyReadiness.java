package org.cognito4j.jakarta.security;

import jakarta.inject.Inject;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;
import org.cognito4j.KeyState;
import org.cognito4j.TokenVerifier;
import org.cognito4j.UserPool;
import org.cognito4j.jakarta.CognitoService;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;
import org.jspecify.annotations.Nullable;

/**
 * Ready while the keys of every pool are in hand (MicroProfile Health 4.0 section 3.2). Whoever waits for that sends no
 * token that could cause the first fetch, so the check itself does; it never waits for one. A policy that has no effect is told
 * and does not change the status: the last good policy is in force.
 *
 * <p>It gets its scope from the extension, since TomEE loads every class that has one, and not every server has this API.
 */
@Readiness
class KeyReadiness implements HealthCheck {

    static final String NAME = "cognito-keys";

    private final @Nullable ServiceBean holder;
    private final InstantSource clock;

    /** For the container's proxy. */
    KeyReadiness() {
        this.holder = null;
        this.clock = InstantSource.system();
    }

    @Inject
    KeyReadiness(ServiceBean holder) {
        this(holder, InstantSource.system());
    }

    /** By the clock of a test. */
    KeyReadiness(ServiceBean holder, InstantSource clock) {
        this.holder = holder;
        this.clock = clock;
    }

    /** Up, without any data, in an application that verifies nothing. */
    @Override
    public HealthCheckResponse call() {
        List<KeyState> states = holder == null
                ? List.of()
                : holder.started().map(service -> statesOf(service.verifier())).orElse(List.of());
        HealthCheckResponseBuilder response = HealthCheckResponse.named(NAME);
        for (KeyState state : states) {
            String pool = state.userPool().id();
            response.withData(pool + ".keys", state.status().name());
            response.withData(pool + ".age-seconds", state.age().toSeconds());
            if (!state.lastError().isEmpty()) {
                response.withData(pool + ".last-error", state.lastError());
                addOutage(state, response);
            }
        }
        if (holder != null) {
            holder.started().filter(CognitoService::hasChangingPolicy).ifPresent(service -> {
                response.withData("policy.version", service.verifier().policyVersion());
                if (!service.policyProblem().isEmpty()) {
                    response.withData("policy.problem", service.policyProblem());
                }
            });
        }
        return response.status(states.stream().allMatch(state -> state.status().isInUse()))
                .build();
    }

    /** Since when fetches fail, how many have, where the keys were asked for, and when they will be again. */
    private void addOutage(KeyState state, HealthCheckResponseBuilder response) {
        String pool = state.userPool().id();
        Instant since = clock.instant().minus(state.failingFor()).truncatedTo(ChronoUnit.SECONDS);
        response.withData(pool + ".failing-since", since.toString());
        response.withData(pool + ".failed-fetches", (long) state.failedFetches());
        response.withData(pool + ".next-fetch-seconds", state.nextRefresh().toSeconds());
        response.withData(pool + ".tried", addressesOf(state.userPool()));
    }

    private String addressesOf(UserPool pool) {
        return holder.service().verifier().settings().stream()
                .filter(settings -> settings.userPool().equals(pool))
                .flatMap(settings -> settings.keySetAddresses().stream())
                .map(URI::toString)
                .collect(Collectors.joining(" "));
    }

    private static List<KeyState> statesOf(TokenVerifier verifier) {
        verifier.beginFetching();
        return verifier.keyStates();
    }
}
