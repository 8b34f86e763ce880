package org.cognito4j.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.cognito4j.localpool.LocalPool;
import org.cognito4j.localpool.PoolDefinition;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * An application in which filters trust callers of a partner's pool, each others, beside the callers that the application
 * trusts. {@code cognito.paths} leaves the partner's paths to the filters.
 */
@ExtendWith(ArquillianExtension.class)
class FilterSettingsIT {

    private static final String PARTNER_API = "https://partner.example.com";
    private static final LocalPool PARTNER = LocalPool.start(PoolDefinition.builder("us-east-1_Partner")
            .resourceServer(PARTNER_API, "read", "write")
            .client("caller", client -> client.id("caller"))
            .build());
    private static final LocalPool AWAY = Pools.start();

    private static final String READER = Pools.token("reader", "read");

    /** Trusted by both filters, by the outer one, and by the inner one alone. */
    private static final String GUEST = partner("guest", "read");

    private static final String OUTSIDER = partner("outsider", "read");
    private static final String INSIDER = partner("insider", "read");

    @ArquillianResource
    private URL base;

    @Deployment(testable = false)
    static WebArchive application() {
        AWAY.pause();
        Settings settings = Settings.trusting(Pools.TRUSTED)
                .with("cognito.paths", "/read/*,/open/house/*,/open/away/*")
                .with("cognito.audit", "off");
        return ContractApplication.named("filters", settings, Settings.NONE).setWebXML(new StringAsset(webXml()));
    }

    private static String webXml() {
        return """
                <web-app xmlns="https://jakarta.ee/xml/ns/jakartaee" version="6.0">
                """
                + filter("outer", trusting("guest,outsider", "outer"), "/open/partner/*", "/rest/*", "/scoped/*")
                + filter("inner", trusting("guest,insider", "inner"), "/open/partner/inner/*", "/any-caller/inner/*")
                + filter("house", Map.of("required-scopes", "read"), "/read/*", "/open/house/*")
                + filter(
                        "away",
                        Settings.whereabouts(AWAY).with("cognito.realm", "away").values(),
                        "/any-caller/away/*")
                + "</web-app>";
    }

    private static Map<String, String> trusting(String clients, String realm) {
        return Settings.whereabouts(PARTNER)
                .with("cognito.user-pool-id", PARTNER.userPoolId())
                .with("cognito.client-ids", clients)
                .with("cognito.resource-server", PARTNER_API)
                .with("cognito.realm", realm)
                .values();
    }

    private static String filter(String name, Map<String, String> parameters, String... patterns) {
        String all = new TreeMap<>(parameters)
                .entrySet().stream()
                        .map(one -> "<init-param><param-name>%s</param-name><param-value>%s</param-value></init-param>"
                                .formatted(one.getKey(), one.getValue()))
                        .collect(Collectors.joining());
        String mapping = List.of(patterns).stream()
                .map(pattern -> "<url-pattern>" + pattern + "</url-pattern>")
                .collect(Collectors.joining());
        return """
                <filter><filter-name>%1$s</filter-name><filter-class>org.cognito4j.jakarta.filter.CognitoFilter</filter-class>
                <async-supported>true</async-supported>%2$s</filter>
                <filter-mapping><filter-name>%1$s</filter-name>%3$s</filter-mapping>
                """.formatted(name, all, mapping);
    }

    @AfterAll
    static void close() {
        PARTNER.close();
        AWAY.close();
    }

    private static String partner(String client, String scope) {
        return PARTNER.mint("caller")
                .clientId(client)
                .scopes(PARTNER_API + "/" + scope)
                .token();
    }

    @Test
    void let_in_whom_each_trusts_and_nobody_else() {
        assertThat(with(GUEST, "open/partner/x").report())
                .containsEntry("caller", "guest")
                .containsEntry("auth-type", "Bearer")
                .containsEntry("pool", PARTNER.userPoolId())
                .containsEntry("roles", "read,**");
        assertThat(with(READER, "open/house/x").report())
                .containsEntry("caller", "reader")
                .containsEntry("pool", Pools.TRUSTED.userPoolId());
        assertRefused(READER, "open/partner/x", "outer", "wrong-issuer");
        assertRefused(INSIDER, "open/partner/x", "outer", "wrong-client");
        assertRefused(GUEST, "open/house/x", "contract", "wrong-issuer");
        assertRefused(GUEST, "read/x", "contract", "wrong-issuer");
    }

    @Test
    void judge_a_request_each_by_itself() {
        assertThat(with(GUEST, "open/partner/inner/x").report()).containsEntry("caller", "guest");
        assertRefused(OUTSIDER, "open/partner/inner/x", "inner", "wrong-client");
        assertRefused(INSIDER, "open/partner/inner/x", "outer", "wrong-client");
        assertThat(with(INSIDER, "any-caller/inner/x").report()).containsEntry("caller", "insider");
        assertRefused(READER, "open/partner/inner/x", "outer", "wrong-issuer");
    }

    @ParameterizedTest
    @ValueSource(strings = {"open/partner/x", "open/partner/inner/x", "any-caller/inner/x", "open/house/x", "read/x"})
    void ask_for_credentials_in_their_own_realm(String path) {
        Reply reply = Client.send(base, "GET", path, null);

        Contract.assertRefused(reply, 401);
        String realm = path.contains("partner") ? "outer" : path.contains("inner") ? "inner" : "contract";
        assertThat(reply.challenge())
                .startsWith("Bearer realm=\"" + realm + "\"")
                .doesNotContain("error=");
    }

    /** A filter of other settings whose pool is away changes nothing for the rest. */
    @Test
    void have_keys_of_their_own() {
        Reply reply = with(Pools.mint(AWAY, "reader", "read").token(), "any-caller/away/x");

        Contract.assertRefused(reply, 503);
        assertThat(reply.header("Retry-After")).matches("[1-9][0-9]?");
        assertThat(reply.challenge()).isEmpty();
        assertThat(with(GUEST, "open/partner/x").status()).isEqualTo(200);
        assertThat(with(READER, "read/x").status()).isEqualTo(200);
    }

    @Test
    @NeedsRest
    void let_their_callers_through_to_resources() {
        assertThat(with(GUEST, "rest/read").report()).containsEntry("caller", "guest");
    }

    @Test
    @NeedsRest
    void keep_others_from_resources() {
        assertLacks("read", with(partner("guest", "write"), "rest/read"));
        assertRefused(READER, "rest/read", "outer", "wrong-issuer");
    }

    @Test
    @NeedsJakartaSecurity
    void decide_for_beans_behind_them() {
        assertThat(with(GUEST, "scoped/read").report())
                .containsEntry("caller", "guest")
                .containsEntry("client-id", "guest");
        assertThat(with(GUEST, "scoped/injected").report()).containsEntry("caller", "guest");
        assertLacks("write", with(GUEST, "scoped/write"));
    }

    private static void assertLacks(String scope, Reply reply) {
        Contract.assertRefused(reply, 403);
        assertThat(reply.challenge())
                .startsWith("Bearer realm=\"outer\", error=\"insufficient_scope\"")
                .endsWith(", scope=\"" + PARTNER_API + "/" + scope + "\"");
    }

    private void assertRefused(String token, String path, String realm, String reason) {
        Reply reply = with(token, path);

        Contract.assertRefused(reply, 401);
        assertThat(reply.reason()).isEqualTo("invalid_token " + reason);
        assertThat(reply.challenge()).startsWith("Bearer realm=\"" + realm + "\"");
    }

    private Reply with(String token, String path) {
        return Client.send(base, "GET", path, token);
    }
}
