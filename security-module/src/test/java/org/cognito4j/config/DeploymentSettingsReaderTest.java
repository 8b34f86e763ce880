package org.cognito4j.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.cognito4j.DeclaredPoolSettings;
import org.cognito4j.SettingFault;
import org.cognito4j.setting.Setting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeploymentSettingsReaderTest {

    private final List<SettingFault> faults = new ArrayList<>();

    @Test
    void speaks_everywhere_unless_paths_are_set() {
        assertThat(read(Map.of()).paths()).containsExactly("/*");
        assertThat(read(Map.of("cognito.paths", "/api/*, /a/b, /*")).paths()).containsExactly("/api/*", "/a/b", "/*");
        assertThat(faults).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "api/*",
                "/",
                "/api/",
                "*.json",
                "/api/*.json",
                "/a*",
                "/**",
                "/api//x",
                "/./api/*",
                "/a/../b",
                "/api;x/*",
                "/api?x",
                "/a%20b",
                "http://host/api/*",
                ",",
                "/ok/*,bad",
                "\\"
            })
    void finds_fault_with_what_is_no_path_pattern(String paths) {
        read(Map.of("cognito.paths", paths)).paths();

        assertThat(faults).extracting(SettingFault::setting).containsExactly("cognito.paths");
        assertThat(faults.get(0).problem()).contains("(from web.xml)");
    }

    @Test
    void requires_a_token_nowhere_unless_paths_are_set() {
        assertThat(read(Map.of()).requireToken()).isEmpty();
        assertThat(read(Map.of("cognito.require-token", "/api/*, /a/b")).requireToken())
                .containsExactly("/api/*", "/a/b");
        assertThat(read(Map.of("cognito.require-token", "/api, /api/*, /api/x/*, /a", "cognito.paths", "/api/*,/a"))
                        .requireToken())
                .hasSize(4);
        assertThat(faults).isEmpty();
    }

    @Test
    void requires_the_container_to_ask_the_module_unless_that_is_off() {
        assertThat(read(Map.of()).requiresAuthentication()).isTrue();
        assertThat(read(Map.of("cognito.authentication", "Required")).requiresAuthentication())
                .isTrue();
        assertThat(read(Map.of("cognito.authentication", "off")).requiresAuthentication())
                .isFalse();
        assertThat(faults).isEmpty();
    }

    @Test
    void takes_no_groups_of_other_stores_for_roles_unless_set() {
        assertThat(read(Map.of()).storeGroupsAsRoles()).isFalse();
        assertThat(read(Map.of("cognito.store-groups-as-roles", "TRUE")).storeGroupsAsRoles())
                .isTrue();
        assertThat(faults).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"/api/*, /*", "/api/*, /apix", "/api/*, /apix/*", "/api/x/*, /api/*", "/api/x/*, /api", "/a, /a/*"})
    void refuses_to_require_a_token_where_none_is_judged(String paths, String required) {
        read(Map.of("cognito.require-token", required, "cognito.paths", paths)).requireToken();

        assertThat(faults).extracting(SettingFault::setting).containsExactly("cognito.require-token");
        assertThat(faults.get(0).problem()).contains(required + " is outside of cognito.paths");
    }

    @ParameterizedTest
    @ValueSource(strings = {"api/*", "*.json", ",", "/a*", "/api;x/*"})
    void refuses_to_require_a_token_by_what_is_no_path_pattern(String required) {
        read(Map.of("cognito.require-token", required)).requireToken();

        assertThat(faults).extracting(SettingFault::setting).containsExactly("cognito.require-token");
    }

    @Test
    void denies_resources_without_an_annotation_if_set_and_never_by_guess() {
        assertThat(read(Map.of()).deniesUnannotated()).isFalse();
        assertThat(read(Map.of("cognito.unannotated", "allow")).deniesUnannotated())
                .isFalse();
        assertThat(read(Map.of("cognito.unannotated", "DENY")).deniesUnannotated())
                .isTrue();
        assertThat(faults).isEmpty();

        read(Map.of("cognito.unannotated", "yes")).deniesUnannotated();
        assertThat(faults).extracting(SettingFault::setting).containsExactly("cognito.unannotated");
    }

    @ParameterizedTest
    @ValueSource(strings = {"false", "none", "optional", "yes"})
    void requires_authentication_where_the_setting_cannot_be_read(String text) {
        assertThat(read(Map.of("cognito.authentication", text)).requiresAuthentication())
                .isTrue();

        assertThat(faults).extracting(SettingFault::setting).containsExactly("cognito.authentication");
    }

    @Test
    void takes_no_groups_for_roles_where_the_setting_cannot_be_read() {
        assertThat(read(Map.of("cognito.store-groups-as-roles", "sometimes")).storeGroupsAsRoles())
                .isFalse();

        assertThat(faults).extracting(SettingFault::setting).containsExactly("cognito.store-groups-as-roles");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://app.example.com",
                "https://app.example.com:8443",
                "http://localhost:3000",
                "http://127.0.0.1:80800,http://[::1]:3000",
                "capacitor://localhost",
                "*"
            })
    void reads_origins_as_browsers_send_them(String origins) {
        assertThat(read(Map.of("cognito.cors.allowed-origins", origins)).corsOrigins())
                .containsExactly(origins.split(","));
        assertThat(faults).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "app.example.com",
                "https://app.example.com/",
                "https://App.example.com",
                "https://app.example.com:443",
                "http://app.example.com:80",
                "https://*.example.com",
                "https://app.example.com,*",
                "null",
                "https://user@app.example.com",
                "https://app.example.com\r\nX: y",
                ","
            })
    void refuses_an_origin_that_no_browser_sends(String origins) {
        read(Map.of("cognito.cors.allowed-origins", origins)).corsOrigins();

        assertThat(faults).extracting(SettingFault::setting).containsExactly("cognito.cors.allowed-origins");
    }

    @Test
    void allows_no_origin_by_default() {
        assertThat(read(Map.of()).corsOrigins()).isEmpty();
        assertThat(faults).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"warn", "WARN", "strict", "off"})
    void reads_how_to_audit(String mode) {
        assertThat(read(Map.of("cognito.audit", mode)).audit()).hasToString(mode.toUpperCase(java.util.Locale.ROOT));
        assertThat(faults).isEmpty();
    }

    @Test
    void audits_with_warnings_by_default_and_never_by_guess() {
        assertThat(read(Map.of()).audit()).isEqualTo(AuditMode.WARN);
        assertThat(faults).isEmpty();

        read(Map.of("cognito.audit", "yes")).audit();
        assertThat(faults).extracting(SettingFault::setting).containsExactly("cognito.audit");
    }

    @Test
    void stands_where_stores_stand_by_default_unless_a_priority_is_set() {
        assertThat(read(Map.of()).identityStorePriority()).isEqualTo(100);
        assertThat(read(Map.of("cognito.identity-store-priority", "-3")).identityStorePriority())
                .isEqualTo(-3);
        assertThat(faults).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"first", "1.5", "99999999999"})
    void finds_fault_with_what_is_no_whole_number(String priority) {
        read(Map.of("cognito.identity-store-priority", priority)).identityStorePriority();

        assertThat(faults).extracting(SettingFault::setting).containsExactly("cognito.identity-store-priority");
    }

    /** So that no setting of a pool is out of reach of the annotation. */
    @Test
    void names_no_pool_key_that_the_annotation_lacks() throws ClassNotFoundException {
        Class<?> definition = Class.forName("org.cognito4j.jakarta.security.CognitoAuthenticationMechanismDefinition");
        List<String> members = Arrays.stream(definition.getDeclaredMethods())
                .map(Method::getName)
                .map(name -> name.replaceAll("([A-Z])", "-$1").toLowerCase(java.util.Locale.ROOT))
                .toList();
        List<String> keys = Stream.concat(
                        DeclaredPoolSettings.ALL.all().stream(), DeclaredApplicationSettings.ALL.all().stream())
                .filter(setting ->
                        !setting.isNamed() && setting.outsideOfAnnotation().isEmpty())
                .map(Setting::key)
                .toList();
        assertThat(keys).hasSizeGreaterThan(30);

        assertThat(members)
                .containsAll(keys.stream().map(key -> key.replace('.', '-')).toList());
    }

    private ServiceSettings read(Map<String, String> texts) {
        Configuration configuration = Configuration.of(List.of(ConfigurationSource.of("web.xml", texts)));
        return new ServiceSettings(List.of(), new DeploymentSettingsReader(configuration, faults::add).read());
    }
}
