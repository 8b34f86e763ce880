package org.cognito4j.jakarta;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.cognito4j.TokenVerifier;
import org.cognito4j.VerifierSettings;
import org.cognito4j.config.Configuration;
import org.cognito4j.config.ConfigurationSource;
import org.cognito4j.config.ServiceSettingsReader;
import org.junit.jupiter.api.Test;

class StartReportTest {

    @Test
    void tells_pools_issuers_clients_roles_and_keys() {
        assertThat(report(Map.of(
                        "cognito.client-ids", "abc",
                        "cognito.clients.\"abc\".name", "Billing",
                        "cognito.resource-server", "https://orders.example.com")))
                .contains("User pool eu-west-1_AbCdEfGhI")
                .contains("issuers: https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_AbCdEfGhI, "
                        + "https://issuer-cognito-idp.eu-west-1.amazonaws.com/eu-west-1_AbCdEfGhI")
                .contains("callers: machines")
                .containsPattern("app client: .*abc.*Billing|app client: .*Billing.*abc")
                .contains("roles: from scopes, <role> by https://orders.example.com/<role>")
                .contains("keys: fetched for the first token, from https://cognito-idp.eu-west-1.amazonaws.com/");
    }

    @Test
    void tells_which_scopes_give_a_role() {
        assertThat(report(Map.of("cognito.client-ids", "*", "cognito.roles.\"clerk\"", "api/read,api/write")))
                .contains("any app client of the pool")
                .containsPattern("roles: clerk by api/(read or api/write|write or api/read)");
    }

    private static String report(Map<String, String> more) {
        List<VerifierSettings> pools = ServiceSettingsReader.read(Configuration.of(List.of(
                        ConfigurationSource.of("more", more),
                        ConfigurationSource.of("test", Map.of("cognito.user-pool-id", "eu-west-1_AbCdEfGhI")))))
                .pools();
        try (TokenVerifier verifier = TokenVerifier.of(pools, InstantSource.system())) {
            return StartReport.of(
                    "cognito4j protects this application: \"/orders\"", "a mechanism", pools, verifier.keyStates());
        }
    }
}
