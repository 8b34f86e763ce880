package org.cognito4j.jakarta.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import jakarta.inject.Inject;
import java.util.Properties;
import org.cognito4j.client.CognitoClient;
import org.cognito4j.client.TokenSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ClientExtensionTest {

    private final Properties before = new Properties();

    @Dependent
    static class Billing {

        @Inject
        @CognitoClient("billing")
        TokenSource tokens;

        @Inject
        @CognitoClient("billing")
        TokenSource again;

        @Inject
        @CognitoClient
        TokenSource plain;
    }

    @BeforeEach
    void remember() {
        before.putAll(System.getProperties());
    }

    @AfterEach
    void restore() {
        System.setProperties(before);
    }

    private static void configure(String prefix) {
        System.setProperty(prefix + "region", "eu-west-1");
        System.setProperty(prefix + "client-id", "client");
        System.setProperty(prefix + "client-secret", "secret");
    }

    private static SeContainer start() {
        return SeContainerInitializer.newInstance()
                .disableDiscovery()
                .addExtensions(new ClientExtension())
                .addBeanClasses(Billing.class)
                .initialize();
    }

    @Test
    void injects_one_source_for_each_configured_client() {
        configure("cognito.client.");
        configure("cognito.client.billing.");
        try (SeContainer container = start()) {
            Billing billing = container.select(Billing.class).get();

            assertThat(billing.tokens).isSameAs(billing.again).isNotSameAs(billing.plain);
            assertThat(billing.tokens)
                    .hasToString("Tokens of app client client at cognito-idp.eu-west-1.amazonaws.com");
        }
    }

    @Test
    void ends_the_deployment_where_an_injected_client_is_not_configured() {
        configure("cognito.client.");

        assertThatThrownBy(ClientExtensionTest::start)
                .hasStackTraceContaining("cognito.client.billing.client-id: is missing");
    }
}
