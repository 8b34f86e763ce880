package org.cognito4j.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cognito4j.localpool.LocalPool;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** WebSocket handshakes are decided on as plain requests to the same path are. */
@ExtendWith(ArquillianExtension.class)
class WebSocketIT {

    private static final LocalPool AWAY = Pools.start();
    private static final String READER = Pools.token("reader", "read");

    @ArquillianResource
    private URL base;

    @Deployment(testable = false)
    static WebArchive application() {
        AWAY.pause();
        return application("sockets");
    }

    static WebArchive application(String name) {
        Settings settings = Settings.trusting(Pools.TRUSTED)
                .with("cognito.paths", "/constrained/*") // and nowhere before the filters
                .with("cognito.audit", "off");
        return ContractApplication.named(name, settings, Settings.NONE)
                .addPackage("org.cognito4j.it.socket")
                .setWebXML(new StringAsset(webXml()));
    }

    private static String webXml() {
        return """
                <web-app xmlns="https://jakarta.ee/xml/ns/jakartaee" version="6.0">
                """
                + (Form.CURRENT == Form.FILTER ? "<absolute-ordering/>" : constraint())
                + filter("orders", Map.of("required-scopes", "read"), "/orders/*")
                + filter("all", Map.of(), "/both/*")
                + filter("reading", Map.of("required-scopes", "read"), "/both/*")
                + filter("writing", Map.of("required-scopes", "write"), "/both/*")
                + filter("optional", Map.of("optional", "true"), "/optional/*")
                + filter("open get", Map.of("except-methods", "GET"), "/open-get/*")
                + filter("get", Map.of("methods", "GET", "required-scopes", "read"), "/get/*")
                + filter(
                        "away",
                        Settings.whereabouts(AWAY).with("cognito.realm", "away").values(),
                        "/away/*")
                + filter("by servlet", Map.of("required-scopes", "read"))
                        .replace("</filter-mapping>", "<servlet-name>named</servlet-name></filter-mapping>")
                + "</web-app>";
    }

    private static String constraint() {
        return """
            <security-constraint>
            <web-resource-collection><web-resource-name>c</web-resource-name><url-pattern>/constrained/*</url-pattern></web-resource-collection>
            <auth-constraint><role-name>read</role-name></auth-constraint>
            </security-constraint>
            """;
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
        AWAY.close();
    }

    static Stream<String> areas() {
        return Stream.of("orders", "annotated", "listener", "named", "both", "get", "away", "optional", "open-get");
    }

    @ParameterizedTest
    @MethodSource("areas")
    void are_refused_as_plain_requests_are(String area) {
        int refused = 0;
        for (String[] credentials : List.of(
                new String[0],
                bearer(Pools.token("newcomer")),
                bearer(Pools.token("writer", "write")),
                bearer(BadTokens.expired()),
                bearer("a.b.c"),
                new String[] {"Authorization", "Bearer two tokens"})) {
            Reply plain = Client.sendWithHeaders(base, "GET", area + "/ws", credentials);
            if (plain.status() == 200 || plain.status() == 404) {
                continue; // not refused
            }
            Reply handshake = SocketClient.refusal(base, area + "/ws", credentials);
            assertThat(handshake.status()).isEqualTo(plain.status());
            assertThat(handshake.challenge()).isEqualTo(plain.challenge());
            assertThat(handshake.header("Cache-Control")).contains("no-store");
            refused++;
        }
        assertThat(refused).isGreaterThanOrEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"orders", "annotated", "listener", "named"})
    void need_the_scope(String area) {
        assertThat(SocketClient.refusal(base, area + "/ws").status()).isEqualTo(401);
        Reply forbidden = SocketClient.refusal(base, area + "/ws", bearer(Pools.token("writer", "write")));
        assertThat(forbidden.status()).isEqualTo(403);
        assertThat(forbidden.challenge())
                .contains("error=\"insufficient_scope\"")
                .endsWith(", scope=\"" + Pools.API + "/read\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"orders", "annotated", "listener", "named", "get", "optional", "open-get"})
    void open_for_callers_with_the_scope_and_know_them(String area) {
        try (SocketClient socket = SocketClient.open(base, area + "/ws", bearer(READER))) {
            assertThat(socket.ask("who?").report())
                    .containsEntry("caller", "reader")
                    .containsEntry("principal", "CognitoPrincipal")
                    .containsEntry("area", area);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"optional", "open-get"})
    void open_for_anybody_where_plain_requests_do(String area) {
        try (SocketClient socket = SocketClient.open(base, area + "/ws")) {
            assertThat(socket.ask("who?").report()).containsEntry("caller", "nobody");
        }
    }

    @Test
    void need_what_each_of_several_filters_asks() {
        assertThat(SocketClient.refusal(base, "both/ws", bearer(READER)).status())
                .isEqualTo(403);
        try (SocketClient socket = SocketClient.open(base, "both/ws", bearer(Pools.token("both", "read", "write")))) {
            assertThat(socket.ask("who?").report()).containsEntry("caller", "both");
        }
    }

    @Test
    void are_not_decided_on_while_the_keys_are_away() {
        Reply reply = SocketClient.refusal(
                base, "away/ws", bearer(Pools.mint(AWAY, "reader", "read").token()));

        assertThat(reply.status()).isEqualTo(503);
        assertThat(reply.header("Retry-After")).matches("[1-9][0-9]?");
    }

    @Test
    @NeedsConstraints
    void are_refused_by_a_constraint() {
        assertThat(SocketClient.refusal(base, "constrained/ws").status()).isEqualTo(401);
        assertThat(SocketClient.refusal(base, "constrained/ws", bearer(Pools.token("writer", "write")))
                        .status())
                .isEqualTo(403);
    }

    @Test
    @NeedsConstraints
    void open_where_a_constraint_allows_it() {
        try (SocketClient socket = SocketClient.open(base, "constrained/ws", bearer(READER))) {
            assertThat(socket.ask("who?").report())
                    .containsEntry("caller", "reader")
                    .containsEntry("principal", "CognitoPrincipal");
        }
    }

    private static String[] bearer(String token) {
        return new String[] {"Authorization", "Bearer " + token};
    }
}
