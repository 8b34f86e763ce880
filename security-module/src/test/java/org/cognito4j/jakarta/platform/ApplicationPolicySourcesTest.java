package org.cognito4j.jakarta.platform;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cognito4j.PolicySource;
import org.cognito4j.config.Configuration;
import org.cognito4j.config.ConfigurationSource;
import org.cognito4j.config.PolicySources;
import org.cognito4j.config.ServiceSettings;
import org.cognito4j.config.ServiceSettingsReader;
import org.cognito4j.jakarta.fake.FakeServlets;
import org.junit.jupiter.api.Test;

/** A bean of the application is its source of policy. */
class ApplicationPolicySourcesTest {

    private static final Configuration CONFIGURATION = Configuration.of(List.of(ConfigurationSource.of(
            "test", Map.of("cognito.user-pool-id", "eu-west-1_AbCdEfGhI", "cognito.client-ids", "abc"))));

    /** An application's own. */
    @ApplicationScoped
    static class Database implements PolicySource {

        @Override
        public Optional<PolicyText> read(String knownVersion) {
            return Optional.of(PolicyText.of("1", Map.of("cognito.clients.\"abc\".denied", "true")));
        }
    }

    @Test
    void a_bean_decides_before_all_other_places() {
        try (SeContainer container = SeContainerInitializer.newInstance()
                .disableDiscovery()
                .addBeanClasses(Database.class)
                .initialize()) {
            assertThat(container.isRunning()).isTrue();

            ServiceSettings settings = ServiceSettingsReader.read(
                    CONFIGURATION, ApplicationPolicySources.of(new FakeServlets().context()));

            assertThat(settings.pools().get(0).deniesClient("abc")).isTrue();
            assertThat(settings.changingPolicy().orElseThrow().name())
                    .isEqualTo("the PolicySource " + Database.class.getName());
        }
    }

    @Test
    void an_application_without_beans_has_none() {
        PolicySources none = ApplicationPolicySources.of(new FakeServlets().context());

        assertThat(ServiceSettingsReader.read(CONFIGURATION, none).changingPolicy())
                .isEmpty();
    }
}
