package org.cognito4j.jakarta.metadata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cognito4j.InvalidSettings;
import org.cognito4j.config.Configuration;
import org.cognito4j.config.ConfigurationSource;
import org.cognito4j.config.ServiceSettings;
import org.cognito4j.config.ServiceSettingsReader;
import org.cognito4j.jakarta.fake.FakeServlets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProtectedResourcesTest {

    private static final String WELL_KNOWN = "/.well-known/oauth-protected-resource";
    private static final String HOST = "https://api.example.com";

    private final Map<String, String> settings = new HashMap<>(Map.of(
            "cognito.user-pool-id", "eu-west-1_AbCdEfGhI",
            "cognito.client-ids", "abc",
            "cognito.resource-server", "shop"));
    private final FakeServlets servlets = new FakeServlets();

    /** The addresses of the API, the application's path, a path below it, and the address whose metadata is named. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            value = {
                "/orders                 |       | /orders/7           | /orders",
                "/orders                 |       | /elsewhere          | /orders",
                "/                       | /shop | /orders             | /",
                "/orders, /billing       |       | /orders             | /orders",
                "/orders, /billing       |       | /billing/7          | /billing",
                "/orders, /billing       |       | /ordersx            | none",
                "/orders, /billing       |       | /                   | none",
                "/orders, /billing       | /shop | /billing/7          | /billing",
                "/shop/orders, /shop/billing | /shop | /billing/7      | /shop/billing",
                "/v1/orders, /v1/billing |       | /billing/7          | /v1/billing",
                "/v1/orders, /v1/billing |       | /v1/billing/7       | /v1/billing",
                "/v1, /v1/billing        |       | /billing/7          | /v1/billing",
                "/v1, /v1/billing        |       | /orders             | /v1",
                "/, /billing             |       | /orders             | /",
                "/, /billing             |       | /billing            | /billing",
                "/orders, /orders/admin  |       | /orders/admin/7     | /orders/admin",
                "/orders, /orders/admin  |       | /orders/administer  | /orders",
                "/orders/admin, /orders  |       | /orders/admin/7     | /orders/admin",
                "/gr%C3%B6%C3%9Fe, /a%20b |      | /a b/7              | /a%20b",
                "/gr%C3%B6%C3%9Fe, /a%20b |      | /größe              | /gr%C3%B6%C3%9Fe",
            })
    void names_the_metadata_of_the_resource_that_a_path_belongs_to(
            String urls, String context, String path, String expected) throws IOException {
        ProtectedResources resources = resources(urls);
        String root = context == null ? "" : context;

        String address = resources.addressFor(new RequestedPath(root, path)).orElse(null);

        assertThat(address)
                .isEqualTo(expected == null ? null : HOST + WELL_KNOWN + (expected.equals("/") ? "" : expected));
        if (expected != null) {
            ask(
                    resources,
                    root,
                    WELL_KNOWN
                            + (expected.equals("/") ? "" : URI.create(expected).getPath()));
            assertThat(document()).startsWith("{\"resource\":\"" + HOST + expected + '"');
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/shop/orders, /shop/billing | /shop | /orders      | /shop/orders",
                "/shop/orders, /shop/billing | /shop | /shop/orders | /shop/orders",
                "/v1/orders, /v1/billing     | ''    | /billing     | /v1/billing",
                "/v1, /v1/billing            | ''    | ''           | /v1",
                "/v1                         | ''    | ''           | /v1",
                "/orders/                    | ''    | /orders/     | /orders/",
            })
    void answers_by_what_a_context_path_or_a_proxy_leaves(String urls, String context, String rest, String resource)
            throws IOException {
        ask(resources(urls), context, WELL_KNOWN + rest);

        assertThat(document()).startsWith("{\"resource\":\"" + HOST + resource + '"');
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "/order", "/orders/", "/orders/7", "/billing/x"})
    void answers_nothing_else(String rest) throws IOException {
        ProtectedResources resources = resources("/orders, /billing");
        servlets.contextPath = "";
        servlets.servletPath = WELL_KNOWN + rest;

        assertThat(resources.answer(servlets.request(), servlets.response())).isFalse();
        assertThat(resources.areAskedFor(servlets.request())).isFalse();
        assertThat(servlets.responseHeaders).isEmpty();
    }

    @Test
    void names_the_scopes_of_each_resource_and_no_others() throws IOException {
        settings.put("cognito.roles.\"reader\"", "read, list");
        settings.put("cognito.roles.\"writer\"", "write");
        settings.put("cognito.roles.\"unused\"", "unused");
        publish(
                new ScopeNeed(Set.of("/orders/*"), Set.of("reader", "nobody"), Set.of()),
                new ScopeNeed(Set.of("/billing/export"), Set.of("writer"), Set.of()),
                new ScopeNeed(Set.of("/*"), Set.of(), Set.of("call")),
                new ScopeNeed(Set.of("*.csv"), Set.of(), Set.of("other/download")),
                new ScopeNeed(Set.of(), Set.of(), Set.of("bean")));
        ProtectedResources resources = resources("/orders, /billing");

        ask(resources, "", WELL_KNOWN + "/orders");
        assertThat(document())
                .contains("\"scopes_supported\":[\"other/download\",\"shop/call\",\"shop/list\",\"shop/read\"]");
        ask(resources, "", WELL_KNOWN + "/billing");
        assertThat(document()).contains("\"scopes_supported\":[\"other/download\",\"shop/call\",\"shop/write\"]");

        ask(resources("/"), "", WELL_KNOWN);
        assertThat(document())
                .contains("\"scopes_supported\":[\"other/download\",\"shop/bean\",\"shop/call\",\"shop/list\","
                        + "\"shop/read\",\"shop/write\"]");
    }

    @Test
    void names_scopes_of_beans_where_the_whole_application_is_one_resource() throws IOException {
        publish(new ScopeNeed(Set.of(), Set.of("bean"), Set.of()), new ScopeNeed(Set.of("/b"), Set.of("b"), Set.of()));
        ProtectedResources resources = resources("/, /b");

        ask(resources, "", WELL_KNOWN);
        assertThat(document()).contains("\"scopes_supported\":[\"shop/bean\"]");
        ask(resources, "", WELL_KNOWN + "/b");
        assertThat(document()).contains("\"scopes_supported\":[\"shop/b\"]");
    }

    @Test
    void has_the_members_in_the_order_of_the_specification() throws IOException {
        settings.put("cognito.resource-name", "Orders");
        settings.put("cognito.resource-documentation", "https://developer.example.com/orders");
        settings.put("cognito.scopes-supported", "export, other/archive");
        settings.put("cognito.pool.partners.user-pool-id", "eu-west-1_Partners1");
        settings.put("cognito.pool.partners.client-ids", "def");
        settings.put("cognito.pool.partners.resource-server", "partner");

        ask(resources("/orders"), "", WELL_KNOWN + "/orders");

        assertThat(document())
                .startsWith("{\"resource\":\"https://api.example.com/orders\",\"authorization_servers\":["
                        + "\"https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_AbCdEfGhI\",")
                .contains("\"https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_Partners1\"")
                .endsWith("],\"scopes_supported\":[\"other/archive\",\"partner/export\",\"shop/export\"],"
                        + "\"bearer_methods_supported\":[\"header\"],\"resource_name\":\"Orders\","
                        + "\"resource_documentation\":\"https://developer.example.com/orders\"}");
    }

    @Test
    void leaves_out_the_scopes_where_none_is_asked_for() throws IOException {
        ask(resources("/orders"), "", WELL_KNOWN);

        assertThat(document()).doesNotContain("scopes_supported");
    }

    @Test
    void lets_scripts_of_all_origins_read() throws IOException {
        servlets.requestHeaders.put("Origin", "https://agent.example");
        ask(resources("/orders"), "", WELL_KNOWN);
        assertThat(servlets.responseHeaders).containsEntry("Access-Control-Allow-Origin", "*");
        assertThat(servlets.responseHeaders).doesNotContainKey("Access-Control-Allow-Credentials");

        servlets.method = "OPTIONS";
        servlets.requestHeaders.put("Access-Control-Request-Method", "GET");
        servlets.requestHeaders.put("Access-Control-Request-Headers", "mcp-protocol-version");
        ask(resources("/orders"), "", WELL_KNOWN);
        assertThat(servlets.status).isEqualTo(204);
        assertThat(servlets.responseHeaders)
                .containsEntry("Access-Control-Allow-Origin", "*")
                .containsEntry("Access-Control-Allow-Methods", "GET, HEAD")
                .containsEntry("Access-Control-Allow-Headers", "*");
        assertThat(document()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://api.example.com/orders, https://api.example.com/orders",
                "https://api.example.com/orders, https://api.example.com/orders/",
                "https://api.example.com/orders, http://api.example.com/billing",
                "https://api.example.com/orders,",
                "https://api.example.com/orders, billing"
            })
    void ends_the_deployment_for_addresses_that_are_none_or_the_same(String urls) {
        settings.put("cognito.resource-url", urls);

        assertThatThrownBy(this::read)
                .isInstanceOf(InvalidSettings.class)
                .hasMessageContaining("cognito.resource-url: is not the address of an API");
    }

    private void publish(ScopeNeed... needs) {
        new ScopeNeeds(List.of(needs)).publishIn(servlets.context());
    }

    private ProtectedResources resources(String paths) {
        settings.put("cognito.resource-url", HOST + paths.replace(", ", ", " + HOST));
        ServiceSettings read = read();
        return ProtectedResources.of(read, read::pools);
    }

    private ServiceSettings read() {
        return ServiceSettingsReader.read(
                Configuration.of(List.of(ConfigurationSource.of("test", Map.copyOf(settings)))));
    }

    private void ask(ProtectedResources resources, String context, String path) throws IOException {
        servlets.body.reset();
        servlets.contextPath = context;
        servlets.servletPath = path;
        assertThat(resources.areAskedFor(servlets.request())).isTrue();
        assertThat(resources.answer(servlets.request(), servlets.response())).isTrue();
    }

    private String document() {
        return servlets.body.toString(StandardCharsets.UTF_8);
    }
}
