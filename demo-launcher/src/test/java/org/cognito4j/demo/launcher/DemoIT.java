package org.cognito4j.demo.launcher;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import org.cognito4j.demo.launcher.Demo.Service;
import org.cognito4j.localpool.AppClient;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The packaged WAR, the pool and the launcher together, by HTTP alone. */
class DemoIT {

    private static final Path WAR = Path.of(System.getProperty("demo.war"));
    private static final Path BILLING = Path.of(System.getProperty("demo.billing.war"));
    private static final Path POOL = Path.of("pool.yaml");
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private static Demo demo;
    private static String shop;
    private static String auditor;

    @BeforeAll
    static void start() throws Exception {
        demo = start(0, 0, 0);
        shop = tokenOf("shop");
        auditor = tokenOf("auditor");
    }

    @AfterAll
    static void stop() {
        demo.close();
    }

    @Test
    void leaves_the_status_open() throws Exception {
        assertThat(get("/status", "").statusCode()).isEqualTo(200);
    }

    @Test
    void asks_for_a_token_wherever_one_is_needed() throws Exception {
        for (String path : new String[] {"/api/orders", "/report", "/inventory", "/whoami"}) {
            HttpResponse<String> refusal = get(path, "");
            assertThat(refusal.statusCode()).as(path).isEqualTo(401);
            assertThat(refusal.headers().allValues("WWW-Authenticate"))
                    .as(path)
                    .singleElement()
                    .asString()
                    .matches("Bearer realm=\"orders\"(, scope=\"https://orders\\.example\\.com/orders\\.[a-z]+\")?");
            assertThat(refusal.headers().firstValue("Cache-Control").orElse(""))
                    .as(path)
                    .contains("no-store");
            assertThat(refusal.headers().firstValue("Set-Cookie")).as(path).isEmpty();
        }
    }

    @Test
    void lets_a_token_do_what_its_scopes_allow() throws Exception {
        assertThat(get("/api/orders", auditor).statusCode()).isEqualTo(200);
        assertThat(get("/report", auditor).statusCode()).isEqualTo(200);
        assertThat(get("/inventory", shop).statusCode()).isEqualTo(200);
        assertThat(place("tea", shop).statusCode()).isEqualTo(201);
        assertThat(get("/api/orders", auditor).body())
                .contains("\"tea\"", demo.client("shop").clientId());
    }

    @Test
    void names_the_missing_scope() throws Exception {
        HttpResponse<String> placing = place("tea", auditor);
        assertThat(placing.statusCode()).isEqualTo(403);
        assertThat(placing.headers().firstValue("WWW-Authenticate").orElseThrow())
                .contains("error=\"insufficient_scope\"", "scope=\"https://orders.example.com/orders.write\"");

        HttpResponse<String> inventory = get("/inventory", auditor);
        assertThat(inventory.statusCode()).isEqualTo(403);
        assertThat(inventory.headers().firstValue("WWW-Authenticate").orElseThrow())
                .contains("error=\"insufficient_scope\"");
    }

    @Test
    void tells_callers_what_it_knows_of_them() throws Exception {
        assertThat(get("/whoami", auditor).body())
                .contains("\"caller\":\"" + demo.client("auditor").clientId() + "\"")
                .contains("\"roles\":[\"orders.read\"]")
                .contains("\"expires\":\"20");
    }

    @Test
    void tells_the_developer_of_a_caller_what_is_wrong() throws Exception {
        assertThat(reasonOf(tokenOf("stranger"))).contains("wrong-client");
        assertThat(reasonOf("garbage")).contains("token-malformed");
        assertThat(reasonOf(shop + "x")).contains("token-malformed");
        assertThat(reasonOf(demo.pool()
                        .mint("shop")
                        .issuedAt(Instant.now().minusSeconds(7200))
                        .expiresAt(Instant.now().minusSeconds(3600))
                        .token()))
                .contains("token-expired");
    }

    @Test
    void lets_billing_call_the_orders_api_with_one_token_for_all_calls() throws Exception {
        place("coffee", shop);
        for (int call = 0; call < 3; call++) {
            HttpResponse<String> invoice = HTTP.send(
                    HttpRequest.newBuilder(URI.create(demo.billingAddress() + "/invoice"))
                            .build(),
                    BodyHandlers.ofString());

            assertThat(invoice.statusCode()).isEqualTo(200);
            assertThat(invoice.body()).contains("\"tokenRequests\":1,", "\"billed\":{\"orders\":[", "\"coffee\"");
        }
    }

    @Test
    void prints_commands_with_the_real_clients_and_secrets() {
        AppClient client = demo.client("auditor");
        assertThat(Instructions.of(demo))
                .contains(client.clientId() + ":" + client.clientSecret())
                .contains(demo.address() + "/api/orders")
                .contains(demo.billingAddress() + "/invoice")
                .contains(demo.pool().tokenEndpoint().toString());
    }

    @Test
    void shows_live_figures() throws Exception {
        get("/whoami", auditor);
        get("/whoami", "nonsense");
        JsonNode before = figures();
        get("/whoami", auditor);
        get("/whoami", "nonsense");

        JsonNode after = figures();
        assertThat(difference(before, after, "/figures/Accepted")).isEqualTo(1);
        assertThat(difference(before, after, "/figures/Refused")).isEqualTo(1);
        assertThat(difference(before, after, "/figures/Cache hits")).isEqualTo(1);
        assertThat(difference(before, after, "/refused/token-malformed")).isEqualTo(1);
        assertThat(after.at("/figures/Keys").asText()).isEqualTo("FRESH");
        assertThat(after.at("/figures/Key age").asText()).matches("\\d+ s");
    }

    @Test
    void shows_which_scopes_a_client_does_not_need() throws Exception {
        for (String path : new String[] {"/status", "/whoami", "/report", "/api/orders"}) {
            assertThat(get(path, auditor).statusCode()).as(path).isEqualTo(200);
        }
        assertThat(get("/inventory", auditor).statusCode()).isEqualTo(403);
        assertThat(place("tea", auditor).statusCode()).isEqualTo(403);

        JsonNode client = usage("auditor");
        assertThat(client.at("/unused"))
                .extracting(JsonNode::asText)
                .containsExactly("https://orders.example.com/orders.audit");
        assertThat(client.at("/unknown").asInt()).isZero();
        assertThat(client.at("/perhapsUnused")).isEmpty();
        assertThat(client.at("/refused/insufficient-scope").asInt()).isPositive();
    }

    private static JsonNode usage(String name) throws Exception {
        for (JsonNode client : figures().at("/clients")) {
            if (client.at("/name").asText().equals(name)) {
                return client;
            }
        }
        throw new AssertionError("no figures of " + name);
    }

    private static JsonNode figures() throws Exception {
        HttpResponse<String> response = get("/playground/figures", "");
        assertThat(response.statusCode()).isEqualTo(200);
        return new ObjectMapper().readTree(response.body());
    }

    private static long difference(JsonNode before, JsonNode after, String figure) {
        return after.at(figure).asLong() - before.at(figure).asLong();
    }

    @Test
    void cuts_a_client_off_and_lets_it_in_again() throws Exception {
        String billing = tokenOf("billing");
        assertThat(get("/whoami", billing).statusCode()).isEqualTo(200);

        assertThat(policy("application/json", "{\"caller\":\"billing\",\"denied\":true}")
                        .body())
                .contains(demo.client("billing").clientId());
        assertThat(reasonOf(billing)).contains("client-denied");
        assertThat(get("/whoami", auditor).statusCode()).isEqualTo(200);
        assertThat(demo.policyFile()).content().contains("denied=true", "# end ");

        policy("application/json", "{\"caller\":\"billing\",\"denied\":false}");
        assertThat(get("/whoami", billing).statusCode()).isEqualTo(200);
    }

    @Test
    void changes_no_policy_for_a_page_of_another_origin_or_an_unknown_client() throws Exception {
        String wish = "{\"caller\":\"shop\",\"denied\":true}";
        assertThat(policy("text/plain", wish).statusCode()).isEqualTo(415);
        assertThat(policy("application/json", wish.replace("shop", "nobody")).statusCode())
                .isEqualTo(400);
        HttpResponse<String> stranger = policy("application/json", wish.replace("shop", "stranger"));
        assertThat(stranger.statusCode()).isEqualTo(409);
        assertThat(stranger.body()).contains("is not one of client-ids");
        assertThat(get("/whoami", shop).statusCode()).isEqualTo(200);
    }

    private static HttpResponse<String> policy(String type, String wish) throws Exception {
        HttpRequest request = request("/playground/policy", "")
                .header("Content-Type", type)
                .POST(BodyPublishers.ofString(wish))
                .build();
        return HTTP.send(request, BodyHandlers.ofString());
    }

    @Test
    void says_which_port_is_taken() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            assertThatThrownBy(() -> start(taken.getLocalPort(), 0, 0))
                    .hasMessageContaining(Integer.toString(taken.getLocalPort()));
            assertThatThrownBy(() -> start(0, taken.getLocalPort(), 0))
                    .hasMessageContaining(Integer.toString(taken.getLocalPort()));
            assertThatThrownBy(() -> start(0, 0, taken.getLocalPort()))
                    .hasMessageContaining(Integer.toString(taken.getLocalPort()));
        }
    }

    private static Demo start(int port, int billingPort, int poolPort) throws Exception {
        return Demo.start(new Service(WAR, port), new Service(BILLING, billingPort), POOL, poolPort);
    }

    private static String tokenOf(String clientName) throws Exception {
        AppClient client = demo.client(clientName);
        String credentials = client.clientId() + ":" + client.clientSecret();
        String body = HTTP.send(
                        HttpRequest.newBuilder(demo.pool().tokenEndpoint())
                                .header(
                                        "Authorization",
                                        "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(UTF_8)))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(BodyPublishers.ofString("grant_type=client_credentials"))
                                .build(),
                        BodyHandlers.ofString())
                .body();
        return body.replaceAll(".*\"access_token\":\"([^\"]*)\".*", "$1");
    }

    private static String reasonOf(String token) throws Exception {
        HttpResponse<String> refusal = get("/whoami", token);
        assertThat(refusal.statusCode()).isEqualTo(401);
        return refusal.headers().firstValue("WWW-Authenticate").orElseThrow();
    }

    private static HttpResponse<String> get(String path, String token) throws Exception {
        return HTTP.send(request(path, token).GET().build(), BodyHandlers.ofString());
    }

    private static HttpResponse<String> place(String article, String token) throws Exception {
        HttpRequest.Builder request = request("/api/orders", token)
                .header("Content-Type", "text/plain")
                .POST(BodyPublishers.ofString(article));
        return HTTP.send(request.build(), BodyHandlers.ofString());
    }

    private static HttpRequest.Builder request(String path, String token) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(demo.address() + path));
        return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
    }
}
