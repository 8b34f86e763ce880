package org.cognito4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VerifierSettingsTest {

    @Test
    void is_strict_by_default() {
        VerifierSettings settings = complete().build();

        assertThat(settings.userPool()).isEqualTo(UserPool.of("eu-west-1_AbCdEfGhI"));
        assertThat(settings.issuers())
                .containsExactlyInAnyOrderElementsOf(settings.userPool().issuers());
        assertThat(settings.keySetAddresses()).isEqualTo(settings.userPool().keySetAddresses());
        assertThat(settings.callers()).isEqualTo(Callers.MACHINES);
        assertThat(settings.audiences()).isEmpty();
        assertThat(settings.clockSkew()).isEqualTo(Duration.ofMinutes(1));
        assertThat(settings.maxTokenLifetime()).isEqualTo(Duration.ofDays(1));
        assertThat(settings.maxTokenSize()).isEqualTo(16_384);
        assertThat(settings.keyTimes())
                .isEqualTo(new KeyTimes(Duration.ofMinutes(5), Duration.ofDays(1), Duration.ofSeconds(5)));
        assertThat(settings.acceptsAnyClient()).isFalse();
    }

    @Test
    void reports_every_fault_at_once() {
        VerifierSettingsBuilder settings = new VerifierSettingsBuilder()
                .userPoolId("nonsense")
                .audience("")
                .resourceServer("a b")
                .role("**", List.of("x y"))
                .clockSkew(Duration.ofMinutes(6))
                .maxTokenSize(1);

        assertThat(faultsOf(settings))
                .extracting(SettingFault::setting)
                .containsExactly(
                        "user-pool-id",
                        "client-ids",
                        "audience",
                        "resource-server",
                        "roles.\"**\"",
                        "roles.\"**\"",
                        "clock-skew",
                        "max-token-size");
    }

    @Test
    void tells_in_its_message_what_is_wrong_and_what_to_do() {
        assertThatThrownBy(() -> new VerifierSettingsBuilder().build())
                .isInstanceOf(InvalidSettings.class)
                .hasMessageContaining("2 settings are wrong:")
                .hasMessageContaining("user-pool-id: is missing. Set it to")
                .hasMessageContaining("client-ids: is missing. Name the");
        assertThatThrownBy(() -> complete().audience("").build()).hasMessageContaining("One setting is wrong:");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "nonsense"})
    void needs_a_pool(String id) {
        assertFault(settings -> settings.userPoolId(id), "user-pool-id");
    }

    @Test
    void needs_app_clients() {
        assertFault(settings -> settings.clientIds(List.of()), "client-ids");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "a,b", "a-b", "a*", "\u00E5", "a\n"})
    void takes_nothing_else_for_an_app_client(String id) {
        assertFault(settings -> settings.clientIds(List.of("good", id)), "client-ids");
    }

    @Test
    void takes_client_ids_of_128_characters_and_no_more() {
        assertThat(complete().clientIds(List.of("a".repeat(128))).build().acceptsClient("a".repeat(128)))
                .isTrue();
        assertFault(settings -> settings.clientIds(List.of("a".repeat(129))), "client-ids");
    }

    @Test
    void accepts_the_named_clients_exactly() {
        VerifierSettings settings =
                complete().clientIds(List.of("One", "two_+")).build();

        assertThat(settings.acceptsClient("One")).isTrue();
        assertThat(settings.acceptsClient("two_+")).isTrue();
        assertThat(settings.acceptsClient("one")).isFalse();
        assertThat(settings.acceptsClient("*")).isFalse();
        assertThat(settings.acceptsClient("")).isFalse();
    }

    @Test
    void accepts_any_client_for_a_star() {
        VerifierSettings settings = complete().clientIds(List.of("*")).build();

        assertThat(settings.acceptsAnyClient()).isTrue();
        assertThat(settings.acceptsClient("anything")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "issuer", "https:", "https://issuer.example/", "//issuer.example", "https://a b", "/x"})
    void takes_nothing_else_for_an_issuer(String issuer) {
        assertFault(settings -> settings.issuers(List.of(issuer)), "issuers");
    }

    @Test
    void tells_of_each_issuer_that_is_none() {
        VerifierSettingsBuilder settings =
                complete().issuers(List.of("issuer", "https://issuer.example/pool", "https://issuer.example/"));

        assertThat(faultsOf(settings)).extracting(SettingFault::setting).containsExactly("issuers", "issuers");
    }

    @Test
    void fetches_keys_from_configured_issuers() {
        VerifierSettings settings =
                complete().issuers(List.of("https://issuer.example/pool")).build();

        assertThat(settings.issuers()).containsExactly("https://issuer.example/pool");
        assertThat(settings.keySetAddresses())
                .containsExactly(URI.create("https://issuer.example/pool/.well-known/jwks.json"));
    }

    @Test
    void fetches_keys_from_configured_addresses() {
        VerifierSettings settings = complete()
                .keySetAddresses(List.of(URI.create("https://keys.example/a"), URI.create("https://keys.example/b")))
                .build();

        assertThat(settings.keySetAddresses())
                .containsExactly(URI.create("https://keys.example/a"), URI.create("https://keys.example/b"));
        assertThat(settings.issuers())
                .containsExactlyInAnyOrderElementsOf(settings.userPool().issuers());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://keys.example/jwks.json",
                "http://127.0.0.1.attacker.example/",
                "http://localhost.example/",
                "http://10.0.0.1/",
                "http://0.0.0.0/",
                "http://127.0.0.256/",
                "http://169.254.169.254/",
                "http://[::2]/",
                "http://2130706433/",
                "http://0x7f.1/",
                "http://127.1/",
                "ftp://127.0.0.1/",
                "file:///etc/keys",
                "keys.json",
                "https:///jwks.json",
                "jar:https://keys.example/a.jar!/b"
            })
    void fetches_keys_over_https_only(String address) {
        assertFault(
                settings -> settings.allowLoopbackHttp(true).keySetAddresses(List.of(URI.create(address))), "jwks-uri");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://localhost:9229/x", "http://127.0.0.1:9229/x", "http://127.1.2.3/x", "http://[::1]:9229/x"
            })
    void fetches_keys_over_http_from_this_machine_only_if_allowed(String address) {
        List<URI> addresses = List.of(URI.create(address));

        assertThat(complete()
                        .keySetAddresses(addresses)
                        .allowLoopbackHttp(true)
                        .build()
                        .keySetAddresses())
                .isEqualTo(addresses);
        assertFault(settings -> settings.keySetAddresses(addresses), "jwks-uri");
        assertFault(settings -> settings.issuers(List.of(address)), "issuers");
    }

    @Test
    void reaches_the_pool_through_its_fips_endpoint() {
        VerifierSettings settings = complete().fips(true).build();

        assertThat(settings.userPool())
                .isEqualTo(UserPool.of("eu-west-1_AbCdEfGhI").onFipsEndpoint());
        assertThat(settings.issuers()).hasSize(3);
    }

    @Test
    void fetches_keys_from_the_fips_endpoint_whatever_the_issuer_is_called() {
        VerifierSettings settings = complete()
                .fips(true)
                .issuers(List.of("https://login.example.com/pool"))
                .build();

        assertThat(settings.keySetAddresses())
                .isEqualTo(settings.userPool().keySetAddresses())
                .allMatch(address -> address.getHost().startsWith("cognito-idp-fips."));
    }

    @Test
    void refuses_an_ordinary_endpoint_for_keys_beside_fips() {
        assertFault(
                settings -> settings.fips(true)
                        .keySetAddresses(UserPool.of("eu-west-1_AbCdEfGhI").keySetAddresses()),
                "jwks-uri");
    }

    @Test
    void accepts_any_of_several_audiences() {
        assertThat(complete().audiences(List.of("a", "b")).build().audiences()).containsExactly("a", "b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a\"b", "a\\b", "\u00E5"})
    void takes_nothing_else_for_a_resource_server(String identifier) {
        assertFault(settings -> settings.resourceServer(identifier), "resource-server");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "*", "**"})
    void takes_no_role_that_means_anybody(String role) {
        assertFault(settings -> settings.role(role, List.of("a")), "roles.\"" + role + "\"");
    }

    @Test
    void takes_no_role_without_scopes() {
        assertFault(settings -> settings.role("reader", List.of()), "roles.\"reader\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a\tb", "a\"", "\\", "\u00E5"})
    void takes_nothing_else_for_a_scope(String scope) {
        assertFault(settings -> settings.role("reader", List.of("good", scope)), "roles.\"reader\"");
    }

    @Test
    void bounds_the_clock_skew() {
        assertBounds(VerifierSettingsBuilder::clockSkew, "clock-skew", "PT0S", "PT5M");
    }

    @Test
    void bounds_the_lifetime() {
        assertBounds(VerifierSettingsBuilder::maxTokenLifetime, "max-token-lifetime", "PT1S", "P1D");
    }

    @Test
    void bounds_the_refresh_interval() {
        assertBounds(VerifierSettingsBuilder::keyRefreshInterval, "jwks.refresh-interval", "PT1M", "PT1H");
    }

    @Test
    void bounds_the_use_of_stale_keys() {
        assertBounds(VerifierSettingsBuilder::keyStaleFor, "jwks.stale-for", "PT5M", "P7D");
    }

    @Test
    void bounds_the_fetch_timeout() {
        assertBounds(VerifierSettingsBuilder::keyFetchTimeout, "jwks.timeout", "PT0.1S", "PT30S");
    }

    @Test
    void bounds_the_token_size() {
        assertThat(complete().maxTokenSize(1_024).build().maxTokenSize()).isEqualTo(1_024);
        assertThat(complete().maxTokenSize(65_536).build().maxTokenSize()).isEqualTo(65_536);
        assertFault(settings -> settings.maxTokenSize(1_023), "max-token-size");
        assertFault(settings -> settings.maxTokenSize(65_537), "max-token-size");
    }

    @Test
    void bounds_the_number_of_remembered_tokens() {
        assertThat(complete().build().verdictCacheSize()).isEqualTo(10_000);
        assertThat(complete().verdictCacheSize(0).build().verdictCacheSize()).isZero();
        assertThat(complete().verdictCacheSize(1_000_000).build().verdictCacheSize())
                .isEqualTo(1_000_000);
        assertFault(settings -> settings.verdictCacheSize(-1), "verdict-cache-size");
        assertFault(settings -> settings.verdictCacheSize(1_000_001), "verdict-cache-size");
    }

    @Test
    void tells_where_its_first_keys_come_from() {
        VerifierSettings settings = complete()
                .startCheck(KeyCheckAtStart.REQUIRE)
                .pinnedKeys("keys.json")
                .build();

        assertThat(settings.startCheck()).isEqualTo(KeyCheckAtStart.REQUIRE);
        assertThat(settings.pinnedKeys()).contains("keys.json");
        assertThat(complete().build().startCheck()).isEqualTo(KeyCheckAtStart.OFF);
        assertThat(complete().build().pinnedKeys()).isEmpty();
    }

    @Test
    void lists_its_clients_by_name() {
        assertThat(complete().clientIds(List.of("b", "c", "a")).build().clientIds())
                .containsExactly("a", "b", "c");
    }

    @Test
    void knows_whether_anybody_could_get_a_role() {
        VerifierSettingsBuilder table =
                complete().role("reader", List.of("a/read")).role("writer", List.of("a/write"));
        assertThat(table.build().canGive("reader")).isTrue();
        assertThat(table.build().canGive("admin")).isFalse();

        table.clientRoles("client", List.of("writer"));
        assertThat(table.build().canGive("reader")).isFalse();
        assertThat(table.build().canGive("writer")).isTrue();

        table.clientIds(List.of("client", "other"));
        assertThat(table.build().canGive("reader")).isTrue();
        table.clientDenied("other", true);
        assertThat(table.build().canGive("reader")).isFalse();
        table.clientIds(List.of("*"));
        assertThat(table.build().canGive("reader")).isTrue();
    }

    @Test
    void knows_that_no_machine_has_a_scope_without_a_resource_server() {
        assertThat(complete().build().canGive("read")).isFalse();
        assertThat(complete().build().canGive("/read")).isFalse();
        assertThat(complete().build().canGive("a/read")).isTrue();
        assertThat(complete().resourceServer("a").build().canGive("read")).isTrue();
        assertThat(complete().role("reader", List.of("read")).build().canGive("reader"))
                .isFalse();
        assertThat(complete().build().canGive("openid")).isFalse();
        assertThat(complete().callers(Callers.BOTH).build().canGive("openid")).isTrue();
        assertThat(complete().callers(Callers.BOTH).build().canGive("read")).isFalse();
    }

    @Test
    void knows_that_a_group_may_be_called_anything_where_people_have_groups() {
        VerifierSettingsBuilder groups =
                complete().role("reader", List.of("read")).groupsAsRoles(true);

        assertThat(groups.build().canGive("staff")).isFalse();
        assertThat(groups.callers(Callers.USERS).build().canGive("staff")).isTrue();
        assertThat(groups.groupsAsRoles(false).build().canGive("staff")).isFalse();
    }

    @Test
    void bounds_the_age_of_pinned_keys() {
        assertBounds(VerifierSettingsBuilder::pinnedKeysMaxAge, "jwks-file-max-age", "PT1H", "P90D");
    }

    @Test
    void quotes_no_control_characters() {
        assertThatThrownBy(() -> complete().clientIds(List.of("a\r\nb\u001B")).build())
                .hasMessageContaining("\"a??b?\"")
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("\r", "\u001B"));
    }

    @Test
    void is_not_changed_by_what_it_was_made_from() {
        List<String> clients = new ArrayList<>(List.of("one"));
        List<String> scopes = new ArrayList<>(List.of("a"));
        VerifierSettingsBuilder builder = complete().clientIds(clients).role("reader", scopes);
        VerifierSettings settings = builder.build();
        clients.add("two");
        scopes.add("b");
        builder.clientIds(List.of("three")).role("writer", List.of("c")).callers(Callers.BOTH);

        assertThat(settings.acceptsClient("two")).isFalse();
        assertThat(settings.acceptsClient("three")).isFalse();
        assertThat(settings.callers()).isEqualTo(Callers.MACHINES);
        assertThat(settings.scopeRoles().scopesFor("reader")).containsExactly("a");
        assertThat(settings.scopeRoles().scopesFor("writer")).isEmpty();
    }

    private interface DurationSetting {
        VerifierSettingsBuilder set(VerifierSettingsBuilder settings, Duration value);
    }

    private static void assertBounds(DurationSetting setting, String name, String least, String most) {
        setting.set(complete(), Duration.parse(least)).build();
        setting.set(complete(), Duration.parse(most)).build();
        assertFault(settings -> setting.set(settings, Duration.parse(least).minusNanos(1)), name);
        assertFault(settings -> setting.set(settings, Duration.parse(most).plusNanos(1)), name);
    }

    private static void assertFault(Consumer<VerifierSettingsBuilder> change, String setting) {
        VerifierSettingsBuilder settings = complete();
        change.accept(settings);
        assertThat(faultsOf(settings)).extracting(SettingFault::setting).containsExactly(setting);
    }

    private static List<SettingFault> faultsOf(VerifierSettingsBuilder settings) {
        return catchThrowableOfType(InvalidSettings.class, settings::build).faults();
    }

    private static VerifierSettingsBuilder complete() {
        return new VerifierSettingsBuilder().userPoolId("eu-west-1_AbCdEfGhI").clientIds(List.of("client"));
    }
}
