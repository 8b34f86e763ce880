package org.cognito4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeySettingsTest {

    private final VerifierSettingsBuilder settings =
            new VerifierSettingsBuilder().userPoolId("eu-west-1_AbCdEfGhI").clientIds(List.of("client"));

    @Test
    void replicas_are_asked_after_the_pools_own_region() {
        VerifierSettings built =
                settings.replicaRegions(List.of("eu-central-1", "us-east-1")).build();
        assertThat(built.keySetAddresses())
                .extracting(URI::getHost)
                .containsExactly(
                        "cognito-idp.eu-west-1.amazonaws.com",
                        "issuer-cognito-idp.eu-west-1.amazonaws.com",
                        "issuer-cognito-idp.eu-central-1.amazonaws.com",
                        "issuer-cognito-idp.us-east-1.amazonaws.com");
        assertThat(built.issuers()).hasSize(2).allMatch(issuer -> issuer.contains(".eu-west-1."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"eu-west-1", "cn-north-1", "us-gov-west-1", "eusc-de-east-1", "Frankfurt", "", "a b"})
    void a_replica_is_in_another_region_of_the_partition(String region) {
        assertThat(faults(builder -> builder.replicaRegions(List.of(region)))).containsExactly("replica-regions");
    }

    @Test
    void replicas_have_no_place_beside_given_addresses_or_fips() {
        List<String> region = List.of("eu-central-1");
        assertThat(faults(builder ->
                        builder.replicaRegions(region).keySetAddresses(List.of(URI.create("https://keys.example")))))
                .containsExactly("replica-regions");
        assertThat(faults(builder -> builder.keySetAddresses(List.of())
                        .replicaRegions(region)
                        .fips(true)))
                .containsExactly("replica-regions");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT1H", "P7D", "P90D"})
    void pinned_keys_may_be_an_hour_to_ninety_days_old(String age) {
        assertThat(settings.pinnedKeysMaxAge(Duration.parse(age)).build().pinnedKeysMaxAge())
                .isEqualTo(Duration.parse(age));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT59M59S", "P90DT1S", "PT0S", "-PT1H"})
    void pinned_keys_cannot_be_of_any_age(String age) {
        assertThat(faults(builder -> builder.pinnedKeysMaxAge(Duration.parse(age))))
                .containsExactly("jwks-file-max-age");
    }

    private List<String> faults(UnaryOperator<VerifierSettingsBuilder> change) {
        VerifierSettingsBuilder changed = change.apply(settings);
        return catchThrowableOfType(InvalidSettings.class, changed::build).faults().stream()
                .map(SettingFault::setting)
                .toList();
    }
}
