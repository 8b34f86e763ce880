package org.cognito4j.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.cognito4j.InvalidSettings;
import org.cognito4j.SettingFault;
import org.cognito4j.VerifierSettings;
import org.junit.jupiter.api.Test;

class ClientPolicySettingsTest {

    private static final Map<String, String> BASE = Map.of(
            "cognito.user-pool-id", "eu-west-1_AbCdEfGhI",
            "cognito.client-ids", "abc,def",
            "cognito.resource-server", "orders",
            "cognito.roles.\"reader\"", "read",
            "cognito.roles.\"writer\"", "write");

    @Test
    void names_and_denies_single_clients() {
        VerifierSettings pool = read(Map.of(
                        "cognito.clients.\"abc\".name", "Acme, Inc.",
                        "cognito.clients.def.denied", "true"))
                .pools()
                .get(0);

        assertThat(pool.clientName("abc")).contains("Acme, Inc.");
        assertThat(pool.clientName("def")).isEmpty();
        assertThat(pool.deniesClient("def")).isTrue();
        assertThat(pool.deniesClient("abc")).isFalse();
        assertThat(pool.acceptsClient("def")).isTrue();
    }

    @Test
    void reads_from_when_on_tokens_are_accepted_and_which_are_not() {
        VerifierSettings pool = read(Map.of(
                        "cognito.issued-before", "2026-12-01T09:30:00Z",
                        "cognito.clients.\"abc\".issued-before", "2026-12-01T12:30:00+02:00",
                        "cognito.clients.def.issued-before", "2026-12-01T09:29:59Z",
                        "cognito.denied-tokens",
                                "a:b@2026-12-02T09:30:00Z, c@2026-12-03T09:30:00Z,c@2026-12-01T00:00:00Z"))
                .pools()
                .get(0);
        Instant end = Instant.parse("2026-12-02T09:30:00Z");

        assertThat(pool.issuedBefore("abc")).isEqualTo("2026-12-01T10:30:00Z");
        assertThat(pool.issuedBefore("def")).isEqualTo("2026-12-01T09:30:00Z");
        assertThat(pool.deniesToken("a:b", end.minusNanos(1))).isTrue();
        assertThat(pool.deniesToken("a:b", end)).isFalse();
        assertThat(pool.deniesToken("c", end)).isTrue();
        assertThat(pool.deniesToken("d", end)).isFalse();
        assertThat(pool.clientSummaries())
                .containsExactly(
                        "abc, tokens issued before 2026-12-01T10:30:00Z refused",
                        "def, tokens issued before 2026-12-01T09:29:59Z refused");
    }

    @Test
    void shares_what_cuts_tokens_off_between_pools() {
        ServiceSettings settings = readOnly(Map.of(
                "cognito.issued-before", "2026-12-01T09:30:00Z",
                "cognito.denied-tokens", "stolen@2026-12-02T09:30:00Z",
                "cognito.pool.a.user-pool-id", "eu-west-1_AbCdEfGhI",
                "cognito.pool.a.client-ids", "abc",
                "cognito.pool.b.user-pool-id", "eu-west-1_IhGfEdCbA",
                "cognito.pool.b.client-ids", "abc",
                "cognito.pool.b.issued-before", "2026-12-01T09:31:00Z"));

        assertThat(settings.pools())
                .extracting(pool -> pool.issuedBefore("abc").toString())
                .containsExactly("2026-12-01T09:30:00Z", "2026-12-01T09:31:00Z");
        assertThat(settings.pools())
                .allMatch(pool -> pool.deniesToken("stolen", Instant.parse("2026-12-02T00:00:00Z")));
    }

    @Test
    void takes_no_odd_instant_and_no_odd_token_id() {
        for (String instant : List.of("2026-12-01", "2026-12-01T09:30:00", "now", "1795341540")) {
            assertThat(faults(Map.of(
                            "cognito.issued-before", instant,
                            "cognito.clients.\"abc\".issued-before", instant,
                            "cognito.denied-tokens", "stolen@" + instant)))
                    .containsExactlyInAnyOrder(
                            "cognito.issued-before", "cognito.clients.\"abc\".issued-before", "cognito.denied-tokens");
        }
        for (String tokens :
                List.of("stolen", "@2026-12-01T09:30:00Z", "a b@2026-12-01T09:30:00Z", "a@b@2026-12-01T09:30:00Z")) {
            assertThat(faults(Map.of("cognito.denied-tokens", tokens))).containsExactly("cognito.denied-tokens");
        }
    }

    @Test
    void tells_what_is_set_for_each() {
        VerifierSettings pool = read(Map.of(
                        "cognito.clients.\"def\".denied", "true",
                        "cognito.clients.\"abc\".name", "Acme",
                        "cognito.clients.\"abc\".roles", "reader"))
                .pools()
                .get(0);

        assertThat(pool.clientSummaries())
                .containsExactly("abc is \"Acme\", may have only the roles reader", "def, denied");
    }

    @Test
    void takes_an_environment_variable_for_a_client_that_no_file_mentions() {
        Configuration configuration = Configuration.of(List.of(
                JdkSources.environment(Map.of("COGNITO_CLIENTS__ABC__DENIED", "true")),
                ConfigurationSource.of("file", BASE)));

        assertThat(ServiceSettingsReader.read(configuration).pools().get(0).deniesClient("abc"))
                .isTrue();
    }

    @Test
    void keeps_the_clients_of_pools_apart() {
        ServiceSettings settings = readOnly(Map.of(
                "cognito.pool.a.user-pool-id", "eu-west-1_AbCdEfGhI",
                "cognito.pool.a.client-ids", "abc",
                "cognito.pool.a.clients.\"abc\".denied", "true",
                "cognito.pool.b.user-pool-id", "eu-west-1_IhGfEdCbA",
                "cognito.pool.b.client-ids", "abc"));

        assertThat(settings.pools())
                .extracting(pool -> pool.deniesClient("abc"))
                .containsExactly(true, false);
    }

    @Test
    void names_every_fault_at_once() {
        assertThat(faults(Map.of(
                        "cognito.clients.\"stranger\".name", "Nobody",
                        "cognito.clients.\"abc\".name", "two\nlines",
                        "cognito.clients.\"abc\".roles", "reader,admin,*",
                        "cognito.clients.\"abc\".denied", "perhaps",
                        "cognito.clients.\"def\".roles", " , ",
                        "cognito.clients.\"def\".deny", "true")))
                .containsExactlyInAnyOrder(
                        "cognito.clients.\"stranger\"",
                        "cognito.clients.\"abc\".name",
                        "cognito.clients.\"abc\".roles",
                        "cognito.clients.\"abc\".roles",
                        "cognito.clients.\"abc\".denied",
                        "cognito.clients.\"def\".roles",
                        "cognito.clients.\"def\".deny");
    }

    @Test
    void does_not_take_a_blank_limit_for_no_limit() {
        assertThat(faults(Map.of("cognito.clients.\"abc\".roles", " ")))
                .containsExactly("cognito.clients.\"abc\".roles");
    }

    @Test
    void does_not_choose_between_two_spellings_that_contradict_each_other() {
        assertThat(faults(Map.of("cognito.clients.\"abc\".denied", "false", "cognito.clients.abc.denied", "true")))
                .containsExactly("cognito.clients.\"abc\".denied");
    }

    @Test
    void does_not_overlook_a_client_of_no_pool() {
        Map<String, String> texts = Map.of(
                "cognito.pool.a.user-pool-id", "eu-west-1_AbCdEfGhI",
                "cognito.pool.a.client-ids", "abc",
                "cognito.clients.\"abc\".denied", "true");

        InvalidSettings invalid = catchThrowableOfType(InvalidSettings.class, () -> readOnly(texts));

        assertThat(invalid.faults())
                .extracting(SettingFault::setting)
                .containsExactly("cognito.clients.\"abc\".denied");
    }

    @Test
    void lets_any_client_of_the_pool_have_settings_where_all_may_call() {
        ServiceSettings settings = read(Map.of("cognito.client-ids", "*", "cognito.clients.\"other\".denied", "true"));

        assertThat(settings.pools().get(0).deniesClient("other")).isTrue();
    }

    @Test
    void takes_groups_for_roles_that_a_client_may_be_limited_to() {
        assertThat(read(Map.of(
                        "cognito.callers", "both",
                        "cognito.groups-as-roles", "true",
                        "cognito.clients.\"abc\".roles", "staff")))
                .isNotNull();
    }

    @Test
    void proposes_the_key_that_was_meant() {
        Map<String, String> texts = with(Map.of("cognito.clients.\"abc\".denid", "true"));

        assertThat(catchThrowableOfType(InvalidSettings.class, () -> readOnly(texts)))
                .hasMessageContaining("Did you mean cognito.clients.\"abc\".denied?");
    }

    private static Stream<String> faults(Map<String, String> texts) {
        return catchThrowableOfType(InvalidSettings.class, () -> read(texts)).faults().stream()
                .map(SettingFault::setting);
    }

    private static ServiceSettings read(Map<String, String> texts) {
        return readOnly(with(texts));
    }

    private static ServiceSettings readOnly(Map<String, String> texts) {
        return ServiceSettingsReader.read(Configuration.of(List.of(ConfigurationSource.of("file", texts))));
    }

    private static Map<String, String> with(Map<String, String> texts) {
        Map<String, String> all = new HashMap<>(BASE);
        all.putAll(texts);
        return all;
    }
}
