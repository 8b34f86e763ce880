package org.cognito4j.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.cognito4j.InvalidSettings;
import org.cognito4j.SettingFault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClientSettingsTest {

    /** The zeros of this one have no end. */
    @Test
    void looks_at_no_secret_file_that_is_a_device_or_a_pipe() {
        assertThat(new SecretFile(Path.of("/dev/zero")).problem()).isEmpty();
    }

    @Test
    void reads_no_secret_without_end() {
        assertThat(catchThrowable(() -> new SecretFile(Path.of("/dev/zero")).get()))
                .isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void finds_a_file_that_is_too_large_for_a_secret(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("secret");
        Files.writeString(file, "a".repeat(65_536));
        assertThat(new SecretFile(file).problem()).isEmpty();
        Files.writeString(file, "a".repeat(65_537));
        assertThat(new SecretFile(file).problem()).contains("is larger than 65536 bytes");
    }

    @Test
    void a_call_of_the_store_may_take_10_milliseconds_to_5_seconds() {
        for (Duration timeout : List.of(Duration.ofMillis(10), Duration.ofSeconds(5))) {
            assertThat(endpoint(client -> client.region("eu-west-1").storeTimeout(timeout)))
                    .isNotEmpty();
        }
        for (Duration timeout : List.of(
                Duration.ofMillis(10).minusNanos(1), Duration.ofSeconds(5).plusNanos(1))) {
            assertThat(faults(client -> client.region("eu-west-1").storeTimeout(timeout)))
                    .containsExactly("store-timeout");
        }
    }

    @Test
    void derives_the_token_endpoint_from_a_prefix_and_its_region() {
        assertThat(endpoint(client -> client.domain("my-company").region("eu-west-1")))
                .isEqualTo("https://my-company.auth.eu-west-1.amazoncognito.com/oauth2/token");
        assertThat(endpoint(client -> client.domain("my-company").region("us-gov-west-1")))
                .isEqualTo("https://my-company.auth-fips.us-gov-west-1.amazoncognito.com/oauth2/token");
    }

    @Test
    void derives_the_token_endpoint_from_a_custom_domain() {
        assertThat(endpoint(client -> client.domain("auth.example.com")))
                .isEqualTo("https://auth.example.com/oauth2/token");
    }

    @Test
    void calls_get_client_token_in_a_region_that_stands_alone() {
        assertThat(endpoint(client -> client.region("eu-west-1")))
                .isEqualTo("https://cognito-idp.eu-west-1.amazonaws.com/");
        assertThat(endpoint(client -> client.region("cn-north-1")))
                .isEqualTo("https://cognito-idp.cn-north-1.amazonaws.com.cn/");
    }

    @Test
    void sends_a_secret_over_plain_http_to_this_machine_only_and_only_behind_its_switch() {
        assertThat(faults(client -> client.tokenEndpoint(URI.create("http://127.0.0.1:9229/oauth2/token"))))
                .containsExactly("token-endpoint");
        assertThat(faults(client -> client.apiEndpoint(URI.create("http://localhost:9229/"))))
                .containsExactly("api-endpoint");
        assertThat(endpoint(client ->
                        client.allowLoopbackHttp(true).tokenEndpoint(URI.create("http://[::1]:9229/oauth2/token"))))
                .startsWith("http://[::1]");
        for (String elsewhere : List.of(
                "http://auth.example.com/oauth2/token",
                "http://127.0.0.1.example.com/oauth2/token",
                "http://localhost.example.com/oauth2/token",
                "ftp://auth.example.com/",
                "/oauth2/token",
                "https:auth.example.com",
                "https://me:pw@auth.example.com/oauth2/token")) {
            assertThat(faults(client -> client.allowLoopbackHttp(true).tokenEndpoint(URI.create(elsewhere))))
                    .as(elsewhere)
                    .containsExactly("token-endpoint");
        }
    }

    @Test
    void names_all_faults_at_once() {
        InvalidSettings invalid = catchThrowableOfType(
                InvalidSettings.class,
                () -> new ClientSettingsBuilder()
                        .domain("https://my-company")
                        .region("Ireland")
                        .clientId("a b")
                        .scopes(List.of("orders read"))
                        .timeout(Duration.ZERO)
                        .build());

        assertThat(invalid.faults())
                .extracting(SettingFault::setting)
                .containsExactly("domain", "region", "client-id", "client-secret", "scopes", "timeout");
    }

    @Test
    void needs_one_place_to_ask_at() {
        assertThat(faults(client -> client)).containsExactly("domain");
        assertThat(faults(client -> client.domain("my-company"))).containsExactly("region");
        assertThat(faults(client ->
                        client.domain("auth.example.com").apiEndpoint(URI.create("https://api.example.com/"))))
                .containsExactly("domain");
    }

    @Test
    void takes_fifty_scopes_and_no_more() {
        List<String> scopes =
                Collections.nCopies(51, "").stream().map(s -> "api/s").toList();
        assertThat(faults(client -> client.region("eu-west-1").scopes(scopes))).containsExactly("scopes");
        assertThat(faults(client -> client.region("eu-west-1").scopes(scopes.subList(0, 50))))
                .isEmpty();
    }

    @Test
    void reads_a_secret_file_whenever_it_is_needed(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("secret");
        ClientSettings settings = new ClientSettingsBuilder()
                .region("eu-west-1")
                .clientId("billing")
                .secretFile(file)
                .build();
        Files.writeString(file, "one");
        assertThat(settings.secrets().get(0).get()).isEqualTo("one");
        Files.writeString(file, "two");
        assertThat(settings.secrets().get(0).get()).isEqualTo("two");
    }

    @Test
    void stores_tokens_of_different_requests_under_different_keys() {
        String key = StoreKey.of(complete().scopes(List.of("a/b", "a/c")).build());

        assertThat(StoreKey.of(complete().scopes(List.of("a/c", "a/b")).build()))
                .isEqualTo(key);
        assertThat(List.of(
                        StoreKey.of(complete().scopes(List.of("a/b")).build()),
                        StoreKey.of(complete()
                                .scopes(List.of("a/b", "a/c"))
                                .clientId("x")
                                .build()),
                        StoreKey.of(complete()
                                .scopes(List.of("a/b", "a/c"))
                                .region("us-east-1")
                                .build()),
                        StoreKey.of(complete()
                                .scopes(List.of("a/b", "a/c"))
                                .clientMetadata(Map.of("tenant", "A"))
                                .build())))
                .doesNotContain(key)
                .doesNotHaveDuplicates();
    }

    private static ClientSettingsBuilder complete() {
        return withoutPlace().region("eu-west-1");
    }

    private static ClientSettingsBuilder withoutPlace() {
        return new ClientSettingsBuilder().clientId("billing").secret(() -> "secret");
    }

    private static String endpoint(UnaryOperator<ClientSettingsBuilder> place) {
        return place.apply(withoutPlace()).build().endpoint().toString();
    }

    private static List<String> faults(UnaryOperator<ClientSettingsBuilder> place) {
        try {
            place.apply(withoutPlace()).build();
            return List.of();
        } catch (InvalidSettings e) {
            return e.faults().stream().map(SettingFault::setting).toList();
        }
    }
}
