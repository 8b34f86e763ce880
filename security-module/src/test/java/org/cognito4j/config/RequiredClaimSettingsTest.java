package org.cognito4j.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cognito4j.InvalidSettings;
import org.cognito4j.SettingFault;
import org.cognito4j.VerifierSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Claims with required values are read for a pool, for all pools and for an app client, in each spelling of the key. */
class RequiredClaimSettingsTest {

    private static final Map<String, String> BASE =
            Map.of("cognito.user-pool-id", "eu-west-1_AbCdEfGhI", "cognito.client-ids", "abc,def");

    @ParameterizedTest
    @ValueSource(strings = {"cognito.required-claims.\"tenant\"", "cognito.required-claims.tenant"})
    void are_those_of_a_pool(String key) {
        assertThat(pool(Map.of(key, "acme, globex")).requiredClaimsSummary()).contains("tenant is acme or globex");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://example.com/tenant", "cognito:groups", "custom.tenant", "Tenant", "required-claims.a"})
    void may_have_any_name(String name) {
        assertThat(pool(Map.of("cognito.required-claims.\"" + name + "\"", "*")).requiredClaimsSummary())
                .contains(name + " is present");
        assertThat(pool(Map.of("cognito.clients.abc.required-claims.\"" + name + "\"", "x"))
                        .clientSummaries())
                .containsExactly("abc, only tokens of which " + name + " is x");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cognito.clients.\"abc\".required-claims.\"tenant\"",
                "cognito.clients.\"abc\".required-claims.tenant",
                "cognito.clients.abc.required-claims.\"tenant\"",
                "cognito.clients.abc.required-claims.tenant"
            })
    void are_those_of_an_app_client(String key) {
        assertThat(pool(Map.of(key, "acme\\, inc,globex")).clientSummaries())
                .containsExactly("abc, only tokens of which tenant is acme, inc or globex");
    }

    @Test
    void of_all_pools_are_shared_claim_by_claim() {
        assertThat(read(Map.of(
                                "cognito.required-claims.\"tenant\"", "acme",
                                "cognito.required-claims.\"tier\"", "gold",
                                "cognito.pool.a.user-pool-id", "eu-west-1_AbCdEfGhI",
                                "cognito.pool.a.client-ids", "abc",
                                "cognito.pool.b.user-pool-id", "eu-west-1_IhGfEdCbA",
                                "cognito.pool.b.client-ids", "abc",
                                "cognito.pool.b.clients.abc.required-claims.\"x\"", "y",
                                "cognito.pool.b.required-claims.\"tier\"", "silver"))
                        .pools())
                .extracting(pool -> pool.requiredClaimsSummary().orElse(""))
                .containsExactly("tenant is acme, tier is gold", "tenant is acme, tier is silver");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "COGNITO_REQUIRED_CLAIMS__TENANT_ | tenant is acme",
                "COGNITO_CLIENTS__ABC__REQUIRED_CLAIMS__TENANT_ | abc, only tokens of which tenant is acme",
                "COGNITO_CLIENTS_ABC_REQUIRED_CLAIMS__TENANT_ | abc, only tokens of which tenant is acme"
            })
    void are_read_from_the_environment(String variable, String summary) {
        VerifierSettings pool = ServiceSettingsReader.read(Configuration.of(List.of(
                        JdkSources.environment(Map.of(variable, "acme")), ConfigurationSource.of("test", BASE))))
                .pools()
                .get(0);

        assertThat(pool.requiredClaimsSummary()
                        .orElseGet(() -> pool.clientSummaries().get(0)))
                .isEqualTo(summary);
    }

    /** Ignored, it would let tokens in that it was to keep out. */
    @ParameterizedTest
    @ValueSource(strings = {"COGNITO_REQUIRED_CLAIMS__TENANT_ID_", "COGNITO_CLIENTS__ABC__REQUIRED_CLAIMS__TENANT_ID_"})
    void are_a_fault_as_a_variable_that_does_not_say_which_claim(String variable) {
        Configuration configuration = Configuration.of(
                List.of(JdkSources.environment(Map.of(variable, "acme")), ConfigurationSource.of("test", BASE)));

        assertThat(catchThrowableOfType(InvalidSettings.class, () -> ServiceSettingsReader.read(configuration))
                        .faults())
                .extracting(SettingFault::setting)
                .containsExactly(variable);
    }

    @Test
    void may_not_be_blank_contradictory_or_nameless() {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("cognito.required-claims.\"blank\"", " ");
        texts.put("cognito.required-claims.\"comma\"", ",");
        texts.put("cognito.required-claims.\"any\"", "*,acme");
        texts.put("cognito.required-claims.\"\"", "acme");
        texts.put("cognito.required-claims.\"a\"b\"", "acme");
        texts.put("cognito.required-claims.\"\u0000\"", "acme");
        texts.put("cognito.required-claims.\"twice\"", "acme");
        texts.put("cognito.required-claims.twice", "other");
        texts.put("cognito.clients.\"abc\".required-claims.\"blank\"", "");
        texts.put("cognito.clients.\"abc\".required-claims.\"any\"", "acme,*");
        texts.put("cognito.clients.\"abc\".required-claims.\"twice\"", "acme");
        texts.put("cognito.clients.abc.required-claims.twice", "other");
        texts.put("cognito.clients.\"nobody\".required-claims.\"x\"", "acme");

        assertThat(faults(texts))
                .containsExactlyInAnyOrder(
                        "cognito.required-claims.\"blank\"",
                        "cognito.required-claims.\"comma\"",
                        "cognito.required-claims.\"any\"",
                        "cognito.required-claims.\"\"",
                        "cognito.required-claims.\"a\"b\"",
                        "cognito.required-claims.\"\u0000\"",
                        "cognito.required-claims.\"twice\"",
                        "cognito.clients.\"abc\".required-claims.\"blank\"",
                        "cognito.clients.\"abc\".required-claims.\"any\"",
                        "cognito.clients.\"abc\".required-claims.\"twice\"",
                        "cognito.clients.\"nobody\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cognito.required-claims",
                "cognito.required-claims.",
                "cognito.required-claim.\"tenant\"",
                "cognito.clients.abc.required-claims",
                "cognito.clients.abc.required-claim.\"tenant\"",
                "cognito.pool.a.required-clams.\"tenant\""
            })
    void with_a_slip_in_the_key_are_a_fault(String key) {
        assertThat(faults(Map.of(key, "acme"))).contains(key);
    }

    @Test
    void of_clients_above_pools_with_names_are_a_fault() {
        Map<String, String> texts = Map.of(
                "cognito.pool.a.user-pool-id", "eu-west-1_AbCdEfGhI",
                "cognito.pool.a.client-ids", "abc",
                "cognito.clients.\"abc\".required-claims.\"tenant\"", "acme");

        InvalidSettings faults = catchThrowableOfType(InvalidSettings.class, () -> read(texts));

        assertThat(faults.faults())
                .extracting(SettingFault::setting)
                .containsExactly("cognito.clients.\"abc\".required-claims.\"tenant\"");
    }

    private static VerifierSettings pool(Map<String, String> more) {
        Map<String, String> texts = new HashMap<>(BASE);
        texts.putAll(more);
        return read(texts).pools().get(0);
    }

    private static ServiceSettings read(Map<String, String> texts) {
        return ServiceSettingsReader.read(Configuration.of(List.of(ConfigurationSource.of("test", texts))));
    }

    private static List<String> faults(Map<String, String> more) {
        InvalidSettings faults = catchThrowableOfType(InvalidSettings.class, () -> pool(more));
        return faults.faults().stream().map(SettingFault::setting).toList();
    }
}
