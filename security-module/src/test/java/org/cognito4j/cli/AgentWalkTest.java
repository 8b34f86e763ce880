package org.cognito4j.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The way of a client that knows only the address, against a server that answers by path. */
@Timeout(60)
class AgentWalkTest {

    private static final String METADATA = "/.well-known/oauth-protected-resource/orders";
    private static final String DISCOVERY = "/pool/.well-known/openid-configuration";
    private static final String TOKEN = "a.genuine.token";

    @TempDir
    private Path folder;

    private final Map<String, String> documents = new ConcurrentHashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private HttpServer server;
    private String origin = "";
    private String challenge = "";
    private int statusWithToken = 200;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        origin = "http://127.0.0.1:" + server.getAddress().getPort();
        challenge = "Bearer realm=\"orders\", resource_metadata=\"" + origin + METADATA + "\", scope=\"orders/read\"";
        documents.put(
                METADATA,
                "{\"resource\":\"" + origin + "/orders\",\"authorization_servers\":[\"" + origin + "/pool\"]}");
        documents.put(
                DISCOVERY, "{\"issuer\":\"" + origin + "/pool\",\"token_endpoint\":\"" + origin + "/oauth2/token\"}");
        documents.put(
                "/oauth2/token", "{\"access_token\":\"" + TOKEN + "\",\"token_type\":\"Bearer\",\"expires_in\":3600}");
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        asked.add(path);
        String document = documents.get(path);
        byte[] body = document == null ? new byte[0] : document.getBytes(UTF_8);
        int status = document == null ? 404 : 200;
        if (path.startsWith("/orders")) {
            boolean hasToken =
                    ("Bearer " + TOKEN).equals(exchange.getRequestHeaders().getFirst("Authorization"));
            status = hasToken ? statusWithToken : 401;
            if (status == 403) {
                challenge = challenge.replace("Bearer ", "Bearer error=\"insufficient_scope\", ");
            }
            if ((status == 401 || status == 403) && !challenge.isEmpty()) {
                exchange.getResponseHeaders().add("WWW-Authenticate", challenge);
            }
        }
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Test
    void ends_with_the_answer_to_the_token() throws Exception {
        Run run = doctor("/orders/7", "--client", "agent");

        assertThat(run.out().lines())
                .containsSubsequence(
                        "ok       call           401 with a challenge of the scheme Bearer",
                        "ok       scope          a client asks for orders/read",
                        "ok       metadata       " + origin + METADATA + " names " + origin + "/pool",
                        "ok       discovery      " + origin + DISCOVERY + " names " + origin + "/oauth2/token",
                        "ok       token          the app client \"agent_1\" gets one",
                        "ok       call-again     with the token the answer is 200",
                        "Verdict: good. Checks: 6 good, 0 with a warning, 0 with a fault.");
        assertThat(run.code()).isZero();
        assertThat(run.all()).doesNotContain(TOKEN, "agent-secret");
        assertThat(asked)
                .containsSubsequence(
                        "/.well-known/oauth-authorization-server/pool",
                        "/.well-known/openid-configuration/pool",
                        DISCOVERY);
    }

    @Test
    void asks_for_no_token_unless_a_client_is_named() throws Exception {
        Run run = doctor("/orders/7");

        assertThat(run.out()).contains("warning  token          no token is asked for", "--client");
        assertThat(run.code()).isZero();
        assertThat(asked).doesNotContain("/oauth2/token");
    }

    @Test
    void finds_an_address_that_needs_no_token() throws Exception {
        documents.put("/open", "open");

        Run run = doctor("/open");

        assertThat(run.out()).contains("FAULT    call           without a token the answer is 200");
        assertThat(run.code()).isEqualTo(1);
        assertThat(asked).containsExactly("/open");
    }

    @Test
    void finds_a_challenge_that_is_lost() throws Exception {
        challenge = "";
        assertThat(doctor("/orders").out()).contains("FAULT    call           the 401 has no WWW-Authenticate");

        challenge = "Basic realm=\"orders\"";
        assertThat(doctor("/orders").code()).isEqualTo(1);
    }

    @Test
    void tries_the_well_known_addresses_where_the_challenge_names_none() throws Exception {
        challenge = "Bearer realm=\"orders\"";

        Run run = doctor("/orders");

        assertThat(run.out())
                .contains(
                        "warning  scope          the challenge names no scope",
                        "warning  metadata       the challenge names no resource_metadata",
                        "ok       metadata       " + origin + METADATA,
                        "ok       discovery      ");
        documents.remove(METADATA);
        Run none = doctor("/orders");
        assertThat(none.out()).contains("FAULT    metadata       none of them answers: [" + origin + METADATA + ", ");
        assertThat(none.code()).isEqualTo(1);
    }

    @Test
    void finds_metadata_of_another_resource() throws Exception {
        for (String other : List.of("/order", "/orders/8", "/billing")) {
            documents.put(METADATA, documents.get(METADATA).replaceAll("(?<=\"resource\":\")[^\"]*", origin + other));
            assertThat(doctor("/orders/7").out()).contains("which a client takes for another API");
        }
    }

    @Test
    void finds_metadata_that_is_none() throws Exception {
        documents.put(METADATA, "<html>");
        assertThat(doctor("/orders").out()).contains("FAULT    metadata       " + origin + METADATA + " has no JSON");

        documents.put(
                METADATA,
                "{\"resource\":\"" + origin + "/orders\",\"authorization_servers\":[\"http://evil.example\"]}");
        assertThat(doctor("/orders").out()).contains("names no authorization server with an https address");

        documents.remove(METADATA);
        assertThat(doctor("/orders").out()).contains(METADATA + " answers 404", "context path");
    }

    @Test
    void finds_an_authorization_server_that_calls_itself_otherwise() throws Exception {
        documents.put(DISCOVERY, documents.get(DISCOVERY).replace("/pool\"", "/other\""));
        assertThat(doctor("/orders").out()).contains("is of another issuer, which a client refuses");

        documents.remove(DISCOVERY);
        assertThat(doctor("/orders").out()).contains("no metadata of the authorization server at [");
    }

    @Test
    void tells_what_a_refusal_of_the_token_asks_for() throws Exception {
        statusWithToken = 403;

        Run run = doctor("/orders", "--client", "agent");

        assertThat(run.out())
                .contains("with the token the answer is 403, insufficient_scope; a client asks for orders/read once");
        assertThat(run.code()).isEqualTo(1);
    }

    @Test
    void finds_a_client_that_gets_no_token() throws Exception {
        documents.remove("/oauth2/token");

        Run run = doctor("/orders", "--client", "agent");

        assertThat(run.out()).contains("FAULT    token ");
        assertThat(asked).doesNotContain("/orders/again");
    }

    /** An API elsewhere must not send this program to servers of this machine. */
    @Test
    void asks_nothing_of_this_machine_for_an_api_elsewhere() {
        List<Finding> findings = new ArrayList<>();
        try (WalkRequests requests = new WalkRequests(URI.create("https://api.example.com/orders"), findings::add)) {
            assertThat(requests.document("metadata", URI.create(origin + METADATA), false))
                    .isNull();
        }
        assertThat(findings).singleElement().extracting(Finding::level).isEqualTo(Finding.Level.FAULT);
        assertThat(asked).isEmpty();
    }

    @Test
    void needs_a_safe_address() {
        for (String address : List.of("http://api.example.com/orders", "ftp://api.example.com", "orders")) {
            Run run = Run.of("", "doctor", "--url", address);

            assertThat(run.code()).isEqualTo(2);
            assertThat(run.err()).contains("--url needs an https address");
        }
    }

    private Run doctor(String path, String... more) throws IOException {
        Path config = folder.resolve("agent.properties");
        Files.writeString(config, """
                cognito.client.agent.token-endpoint=%s/oauth2/token
                cognito.client.agent.client-id=agent_1
                cognito.client.agent.client-secret=agent-secret-that-nobody-may-see
                cognito.client.agent.allow-loopback-http=true
                """.formatted(origin));
        String[] arguments = new String[5 + more.length];
        List<String> fixed = List.of("doctor", "--url", origin + path, "--config", config.toString());
        for (int i = 0; i < arguments.length; i++) {
            arguments[i] = i < 5 ? fixed.get(i) : more[i - 5];
        }
        return Run.of("", arguments);
    }
}
