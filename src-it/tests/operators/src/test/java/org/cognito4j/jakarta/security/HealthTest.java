package org.cognito4j.jakarta.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.health.AsyncHealthCheckFactory;
import io.smallrye.health.SmallRyeHealthReporter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import jakarta.json.JsonObject;
import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStoreHandler;
import jakarta.servlet.ServletContext;
import java.lang.reflect.Proxy;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import org.cognito4j.localpool.LocalPool;
import org.cognito4j.localpool.PoolDefinition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The readiness of an application as SmallRye Health tells it. */
@Timeout(120)
class HealthTest {

    private static final PoolDefinition POOL =
            PoolDefinition.builder("eu-west-1_LocalPool").build();

    /** The server's part of Jakarta Security, which is none of these tests' business. */
    @ApplicationScoped
    static class NoStores implements IdentityStoreHandler {

        @Override
        public CredentialValidationResult validate(Credential credential) {
            return CredentialValidationResult.NOT_VALIDATED_RESULT;
        }
    }

    @Test
    void is_ready_once_the_keys_are_in_hand_without_any_token_to_fetch_them_for() {
        try (LocalPool pool = LocalPool.start(POOL);
                SeContainer container = application(settings(pool))) {
            JsonObject first = readiness(container);
            assertThat(first.getString("name")).isEqualTo("cognito-keys");
            assertThat(first.getString("status"))
                    .isEqualTo(
                            first.getJsonObject("data")
                                            .getString("eu-west-1_LocalPool.keys")
                                            .equals("FRESH")
                                    ? "UP"
                                    : "DOWN");

            JsonObject ready = awaitReadiness(container, "UP");

            assertThat(ready.getJsonObject("data").getString("eu-west-1_LocalPool.keys"))
                    .isEqualTo("FRESH");
            assertThat(ready.getJsonObject("data").getInt("eu-west-1_LocalPool.age-seconds"))
                    .isNotNegative();
        }
    }

    @Test
    void is_not_ready_without_keys_and_tells_why() {
        try (LocalPool pool = LocalPool.start(POOL);
                SeContainer container = application(settings(pool))) {
            pool.pause();
            readiness(container);
            JsonObject data;
            do {
                data = awaitReadiness(container, "DOWN").getJsonObject("data");
            } while (!data.containsKey("eu-west-1_LocalPool.last-error"));

            assertThat(data.getString("eu-west-1_LocalPool.keys")).isEqualTo("MISSING");
            pool.resume();
            awaitReadiness(container, "UP");
        }
    }

    @Test
    void stays_ready_while_the_pool_is_away() {
        try (LocalPool pool = LocalPool.start(POOL);
                SeContainer container = application(settings(pool))) {
            awaitReadiness(container, "UP");
            pool.pause();

            assertThat(readiness(container).getString("status")).isEqualTo("UP");
        }
    }

    @Test
    void is_ready_only_with_the_keys_of_every_pool() {
        try (LocalPool pool = LocalPool.start(POOL)) {
            Map<String, String> settings = new HashMap<>(settings(pool));
            settings.put("cognito.pool.other.user-pool-id", "eu-west-1_Other");
            settings.put("cognito.pool.other.client-ids", "abc");
            settings.put("cognito.pool.other.jwks-uri", "http://127.0.0.1:1/nobody-is-here");
            try (SeContainer container = application(settings)) {
                JsonObject data;
                do {
                    data = awaitReadiness(container, "DOWN").getJsonObject("data");
                } while (!data.getString("eu-west-1_LocalPool.keys").equals("FRESH"));

                assertThat(data.getString("eu-west-1_Other.keys")).isEqualTo("MISSING");
            }
        }
    }

    @Test
    void is_ready_in_an_application_that_verifies_nothing() {
        try (SeContainer container = application(Map.of("cognito.client.billing.client-id", "abc"))) {
            JsonObject readiness = readiness(container);

            assertThat(readiness.getString("status")).isEqualTo("UP");
            assertThat(readiness.containsKey("data")).isFalse();
        }
    }

    private static JsonObject awaitReadiness(SeContainer container, String status) {
        JsonObject readiness = readiness(container);
        while (!readiness.getString("status").equals(status)) {
            Thread.yield();
            readiness = readiness(container);
        }
        return readiness;
    }

    private static JsonObject readiness(SeContainer container) {
        return container
                .select(SmallRyeHealthReporter.class)
                .get()
                .getReadiness()
                .getPayload()
                .getJsonArray("checks")
                .getJsonObject(0);
    }

    private static Map<String, String> settings(LocalPool pool) {
        return Map.of(
                "cognito.user-pool-id", pool.userPoolId(),
                "cognito.client-ids", "abc",
                "cognito.issuers", pool.issuer(),
                "cognito.jwks-uri", pool.keySetAddress().toString(),
                "cognito.allow-loopback-http", "true");
    }

    /** An application with the module's extension, and with these context parameters. */
    private static SeContainer application(Map<String, String> parameters) {
        SeContainer container = SeContainerInitializer.newInstance()
                .disableDiscovery()
                .addExtensions(new CognitoExtension())
                .addBeanClasses(NoStores.class, SmallRyeHealthReporter.class, AsyncHealthCheckFactory.class)
                .initialize();
        container.select(ServiceBean.class).get().start(context(parameters));
        return container;
    }

    private static ServletContext context(Map<String, String> parameters) {
        return (ServletContext) Proxy.newProxyInstance(
                HealthTest.class.getClassLoader(),
                new Class<?>[] {ServletContext.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getInitParameterNames" -> Collections.enumeration(parameters.keySet());
                    case "getInitParameter" -> parameters.get(arguments[0]);
                    case "getClassLoader" -> HealthTest.class.getClassLoader();
                    case "getContextPath" -> "/health";
                    default -> null;
                });
    }
}
