package org.cognito4j.client;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.cognito4j.client.ScriptedEndpoint.Reply;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the guide shows, as it runs. */
class GuideTest {

    private static final Pattern EXAMPLE = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

    private final ScriptedEndpoint endpoint = new ScriptedEndpoint();
    private final ScriptedEndpoint api = new ScriptedEndpoint();
    private final URI orders = api.at("/orders");
    private final TokenSource tokens = TokenSource.of(endpoint.client().build());

    static class Injected {

        @Inject
        @CognitoClient("billing")
        TokenSource tokens;
    }

    @Dependent
    static class BillingHeaders extends BearerHeadersFactory {

        @Inject
        BillingHeaders(@CognitoClient("billing") TokenSource tokens) {
            super(tokens);
        }
    }

    @AfterEach
    void stop() {
        tokens.close();
        api.close();
        endpoint.close();
    }

    @Test
    void shows_nothing_that_is_not_in_this_test() throws Exception {
        String guide = Files.readString(Path.of("..", "docs", "calling-an-api.md"));
        String test =
                flat(Files.readString(Path.of("src", "test", "java", "org", "cognito4j", "client", "GuideTest.java"))
                        + Files.readString(
                                Path.of("src", "test", "java", "org", "cognito4j", "client", "TokenStoreTest.java")));

        List<String> examples = EXAMPLE.matcher(guide)
                .results()
                .map((MatchResult example) -> flat(example.group(1)))
                .toList();

        assertThat(examples).hasSize(8).allSatisfy(example -> assertThat(test).contains(example));
    }

    /** Line breaks are the formatter's, and the settings are not complete without their comment. */
    private static String flat(String code) {
        return code.replaceAll(" // [^\n]*", "").replaceAll("\\s+", "");
    }

    @Test
    void says_who_calls() {
        ClientSettings settings = new ClientSettingsBuilder()
                .domain("my-company") // or .tokenEndpoint(…), or .region(…) alone to call GetClientToken
                .region("eu-west-1")
                .clientId("1example23456789")
                .secretFile(Path.of("/run/secrets/billing"))
                .scopes(List.of("https://orders.example.com/orders.read"))
                .build();

        assertThat(settings.endpoint()).hasHost("my-company.auth.eu-west-1.amazoncognito.com");
    }

    @Test
    void calls_with_an_http_client() throws Exception {
        api.answers(request -> new Reply(200, request.header("Authorization")));

        HttpClient client = BearerHttpClient.of(HttpClient.newHttpClient(), tokens, orders);
        HttpResponse<String> response =
                client.send(HttpRequest.newBuilder(orders).build(), BodyHandlers.ofString());

        assertThat(response.body()).isEqualTo("Bearer token-1");
    }

    @Test
    void calls_with_jakarta_rest() {
        api.answers(request -> new Reply(200, request.header("Authorization")));

        Client client = ClientBuilder.newClient().register(new BearerRequestFilter(tokens, orders));

        assertThat(client.target(orders).request().get(String.class)).isEqualTo("Bearer token-1");
        client.close();
    }

    @Test
    void asks_for_another_scope() throws Exception {
        api.answers(request -> new Reply(403, ""));
        HttpResponse<String> response =
                HttpClient.newHttpClient().send(HttpRequest.newBuilder(orders).build(), BodyHandlers.ofString());

        Optional<TokenSource> wider =
                tokens.forChallenge(String.join(", ", response.headers().allValues("WWW-Authenticate")));

        assertThat(wider).isEmpty();
    }

    @Test
    void calls_with_anything_else() {
        String authorization = "Bearer " + tokens.token();

        assertThat(authorization).isEqualTo("Bearer token-1");
    }
}
