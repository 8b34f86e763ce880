package org.cognito4j.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import org.cognito4j.localpool.LocalPool;
import org.cognito4j.localpool.PoolDefinition;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The demo WAR, as it was built, gives the answers that the README shows. The server's JVM tells it where its pool is. */
@ExtendWith(ArquillianExtension.class)
@Tag("demo")
class DemoWarIT {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final String WRITE = "https://orders.example.com/orders.write";

    private static LocalPool pool;

    @ArquillianResource
    private URL base;

    @Deployment(testable = false)
    static WebArchive application() {
        return UnchangedWar.named("orders");
    }

    @BeforeAll
    static void start() throws IOException {
        pool = LocalPool.start(
                PoolDefinition.read(Path.of(System.getProperty("cognito4j.it.demo-pool"))),
                Integer.getInteger("cognito4j.it.demo-pool-port"));
    }

    @AfterAll
    static void stop() {
        pool.close();
    }

    @Test
    void leaves_the_status_open() {
        assertThat(get("status", null).statusCode()).isEqualTo(200);
    }

    @Test
    void asks_for_a_token_wherever_one_is_needed() {
        for (String path : new String[] {"api/orders", "report", "inventory", "whoami"}) {
            HttpResponse<String> refusal = get(path, null);
            assertThat(refusal.statusCode()).as(path).isEqualTo(401);
            assertThat(challenge(refusal))
                    .as(path)
                    .startsWith("Bearer realm=\"orders\"")
                    .doesNotContain("error=");
            assertThat(refusal.headers().firstValue("Set-Cookie")).as(path).isEmpty();
        }
    }

    @Test
    void names_the_scope_that_is_needed() {
        assertThat(challenge(get("api/orders", null))).endsWith(", scope=\"https://orders.example.com/orders.read\"");
    }

    @Test
    void lets_the_auditor_read() {
        for (String path : new String[] {"api/orders", "report"}) {
            assertThat(get(path, "auditor").statusCode()).as(path).isEqualTo(200);
        }
        assertThat(get("api/orders", "auditor").body()).contains("espresso beans");
    }

    @Test
    void tells_the_auditor_which_scope_writing_takes() {
        for (HttpResponse<String> refusal : List.of(place("auditor"), get("inventory", "auditor"))) {
            assertThat(refusal.statusCode()).isEqualTo(403);
            assertThat(challenge(refusal)).contains("error=\"insufficient_scope\"", "scope=\"" + WRITE + '"');
        }
    }

    @Test
    void lets_the_shop_place_orders() {
        HttpResponse<String> placed = place("shop");

        assertThat(placed.statusCode()).isEqualTo(201);
        assertThat(placed.body())
                .contains("\"article\":\"tea\"", pool.client("shop").clientId());
        assertThat(get("api/orders", "auditor").body()).contains("\"tea\"");
    }

    @Test
    void tells_callers_what_it_knows_of_them() {
        assertThat(get("whoami", "auditor").body())
                .contains(pool.client("auditor").clientId(), "\"roles\":[\"orders.read\"]");
    }

    @Test
    void refuses_the_stranger() {
        HttpResponse<String> refusal = get("api/orders", "stranger");

        assertThat(refusal.statusCode()).isEqualTo(401);
        assertThat(challenge(refusal)).contains("error=\"invalid_token\"", "wrong-client");
    }

    private static String challenge(HttpResponse<String> refusal) {
        return String.join(" | ", refusal.headers().allValues("WWW-Authenticate"));
    }

    private HttpResponse<String> get(String path, @Nullable String client) {
        return send(request(path, client).GET().build());
    }

    private HttpResponse<String> place(String client) {
        return send(request("api/orders", client)
                .header("Content-Type", "text/plain")
                .POST(BodyPublishers.ofString("tea"))
                .build());
    }

    private HttpRequest.Builder request(String path, @Nullable String client) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path));
        return client == null
                ? request
                : request.header("Authorization", "Bearer " + pool.mint(client).token());
    }

    private static HttpResponse<String> send(HttpRequest request) {
        try {
            return HTTP.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError("No answer to " + request.method() + " " + request.uri(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted", e);
        }
    }
}
