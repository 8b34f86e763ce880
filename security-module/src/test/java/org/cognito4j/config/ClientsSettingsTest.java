package org.cognito4j.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cognito4j.InvalidSettings;
import org.cognito4j.SettingFault;
import org.cognito4j.client.ClientSettings;
import org.junit.jupiter.api.Test;

class ClientsSettingsTest {

    @Test
    void reads_a_client_without_a_name_and_others_with_one() {
        Map<String, ClientSettings> clients = ClientsSettingsReader.read(
                        of(Map.of(
                                "cognito.client.region", "eu-west-1",
                                "cognito.client.client-id", "plain",
                                "cognito.client.client-secret", "s",
                                "cognito.client.billing.domain", "auth.example.com",
                                "cognito.client.billing.client-id", "abc",
                                "cognito.client.billing.client-secret-file", "/run/secrets/billing",
                                "cognito.client.billing.scopes", "orders/read,orders/write",
                                "cognito.client.billing.timeout", "PT2S",
                                "cognito.client.billing.client-metadata.tenant", "A")),
                        Set.of())
                .clients();

        assertThat(clients).containsOnlyKeys("", "billing");
        assertThat(clients.get("").endpoint()).hasHost("cognito-idp.eu-west-1.amazonaws.com");
        ClientSettings billing = clients.get("billing");
        assertThat(billing.endpoint()).hasToString("https://auth.example.com/oauth2/token");
        assertThat(billing.scopes()).containsExactly("orders/read", "orders/write");
        assertThat(billing.timeout()).isEqualTo(Duration.ofSeconds(2));
        assertThat(billing.clientMetadata()).isEqualTo(Map.of("tenant", "A"));
    }

    @Test
    void names_all_faults_at_once_and_shows_no_value() {
        InvalidSettings invalid = catchThrowableOfType(
                InvalidSettings.class,
                () -> ClientsSettingsReader.read(
                        of(Map.of(
                                "cognito.client.billing.token-endpoint", "http://user:hush@example.com/oauth2/token",
                                "cognito.client.billing.client-secret", "hush",
                                "cognito.client.billing.client-secret-file", "/run/secrets/hush",
                                "cognito.client.billing.scops", "hush",
                                "cognito.client.scope", "hush",
                                "cognito.client.billing.timeout", "hush")),
                        Set.of("other")));

        assertThat(invalid.faults())
                .extracting(SettingFault::setting)
                .containsExactlyInAnyOrder(
                        "cognito.client.billing.scops",
                        "cognito.client.scope",
                        "cognito.client.billing.timeout",
                        "cognito.client.billing.client-secret",
                        "cognito.client.billing.token-endpoint",
                        "cognito.client.billing.client-id",
                        "cognito.client.other.domain",
                        "cognito.client.other.client-id",
                        "cognito.client.other.client-secret");
        assertThat(invalid)
                .hasMessageContaining("Did you mean cognito.client.billing.scopes?")
                .hasMessageContaining("Did you mean cognito.client.scopes?")
                .hasMessageContaining("(from test)")
                .hasMessageNotContaining("hush");
    }

    @Test
    void finds_a_named_client_in_the_environment_alone() {
        Configuration environment = Configuration.of(List.of(JdkSources.environment(Map.of(
                "COGNITO_CLIENT_BILLING_REGION", "eu-west-1",
                "COGNITO_CLIENT_BILLING_CLIENT_ID", "abc",
                "COGNITO_CLIENT_BILLING_CLIENT_SECRET", "s"))));

        assertThat(ClientsSettingsReader.read(environment, Set.of()).clients()).containsOnlyKeys("billing");
    }

    @Test
    void shows_the_faults_of_a_service_and_of_its_calls_together() {
        InvalidSettings invalid = catchThrowableOfType(
                InvalidSettings.class,
                () -> ServiceSettingsReader.read(of(Map.of(
                        "cognito.client.region", "eu-west-1",
                        "cognito.client.client-id", "abc",
                        "cognito.user-pool-id", "eu-west-1_AbCdEfGhI"))));

        assertThat(invalid.faults())
                .extracting(SettingFault::setting)
                .containsExactly("cognito.client-ids", "cognito.client.client-secret");
    }

    private static Configuration of(Map<String, String> settings) {
        return Configuration.of(List.of(ConfigurationSource.of("test", settings)));
    }
}
