package org.cognito4j.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import org.cognito4j.client.ScriptedEndpoint.Reply;
import org.cognito4j.client.ScriptedEndpoint.Request;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BearerAdaptersTest {

    private static final Reply UNAUTHORIZED = new Reply(401, "no", "WWW-Authenticate", "Bearer");

    private final ScriptedEndpoint endpoint = new ScriptedEndpoint();
    private final ScriptedEndpoint api = new ScriptedEndpoint();
    private final TokenSource tokens = TokenSource.of(endpoint.client().build());
    private final HttpClient client = BearerHttpClient.of(HttpClient.newHttpClient(), tokens, api.at("/orders"));

    /** An API that takes one token alone. */
    private static Function<Request, Reply> takes(String token) {
        return request -> request.header("Authorization").equals("Bearer " + token)
                ? new Reply(200, "orders of " + request.body())
                : UNAUTHORIZED;
    }

    @AfterEach
    void stop() {
        tokens.close();
        api.close();
        endpoint.close();
    }

    @Test
    void puts_the_token_on_requests_to_the_api() throws Exception {
        api.answers(takes("token-1"));

        for (int i = 0; i < 3; i++) {
            HttpResponse<String> response =
                    client.send(HttpRequest.newBuilder(api.at("/orders/7")).build(), BodyHandlers.ofString());
            assertThat(response.statusCode()).isEqualTo(200);
        }

        assertThat(endpoint.requests()).hasSize(1);
        assertThat(api.requests()).hasSize(3);
    }

    @Test
    void repeats_a_request_once_with_a_fresh_token_after_a_401() throws Exception {
        api.answers(takes("token-2"));
        HttpRequest request = HttpRequest.newBuilder(api.at("/orders"))
                .POST(BodyPublishers.ofString("billing"))
                .build();

        HttpResponse<InputStream> response = client.send(request, BodyHandlers.ofInputStream());

        assertThat(response.body()).hasContent("orders of billing");
        assertThat(api.requests()).hasSize(2);
        assertThat(endpoint.requests()).hasSize(2);
    }

    @Test
    void does_the_same_without_waiting() {
        api.answers(takes("token-2"));
        HttpRequest request = HttpRequest.newBuilder(api.at("/orders"))
                .POST(BodyPublishers.ofString("billing"))
                .build();

        assertThat(client.sendAsync(request, BodyHandlers.ofString()).join().body())
                .isEqualTo("orders of billing");
        assertThat(client.sendAsync(request, BodyHandlers.ofString(), null)
                        .join()
                        .statusCode())
                .isEqualTo(200);
        assertThat(api.requests()).hasSize(3);
    }

    @Test
    void does_not_storm_when_the_api_takes_no_token() throws Exception {
        api.answers(UNAUTHORIZED);
        for (int i = 0; i < 20; i++) {
            HttpRequest request = HttpRequest.newBuilder(api.at("/orders")).build();
            assertThat(client.send(request, BodyHandlers.ofString()).statusCode())
                    .isEqualTo(401);
            assertThat(client.sendAsync(request, BodyHandlers.ofString()).join().statusCode())
                    .isEqualTo(401);
        }

        assertThat(endpoint.requests()).hasSize(2);
        assertThat(api.requests()).hasSize(41);
    }

    @Test
    void shows_the_token_to_no_other_origin() throws Exception {
        try (ScriptedEndpoint other = new ScriptedEndpoint()) {
            HttpRequest request = HttpRequest.newBuilder(other.at("/orders")).build();
            client.send(request, BodyHandlers.ofString());
            client.sendAsync(request, BodyHandlers.ofString()).join();

            assertThat(other.requests())
                    .hasSize(2)
                    .allSatisfy(seen -> assertThat(seen.header("Authorization")).isEmpty());
        }
        assertThat(endpoint.requests()).isEmpty();
    }

    @Test
    void leaves_an_authorization_alone_that_a_request_brings() throws Exception {
        client.send(
                HttpRequest.newBuilder(api.at("/orders"))
                        .header("Authorization", "Basic x")
                        .build(),
                BodyHandlers.ofString());

        assertThat(api.requests().get(0).header("Authorization")).isEqualTo("Basic x");
    }

    @Test
    void fails_the_call_when_there_is_no_token() {
        endpoint.answers(Reply.error("invalid_client"));
        HttpRequest request = HttpRequest.newBuilder(api.at("/orders")).build();

        assertThat(catchThrowableOfType(TokenRequestFailed.class, () -> client.send(request, BodyHandlers.ofString()))
                        .code())
                .isEqualTo("invalid_client");
        assertThat(catchThrowableOfType(
                        CompletionException.class,
                        () -> client.sendAsync(request, BodyHandlers.ofString()).join()))
                .hasCauseInstanceOf(TokenRequestFailed.class);
        assertThat(api.requests()).isEmpty();
    }

    @Test
    void refuses_apis_and_clients_to_which_a_token_would_be_lost() {
        HttpClient following = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
        HttpClient plain = HttpClient.newHttpClient();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> BearerHttpClient.of(following, tokens, URI.create("https://api.example.com")));
        assertThatIllegalArgumentException().isThrownBy(() -> BearerHttpClient.of(plain, tokens));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BearerHttpClient.of(plain, tokens, URI.create("http://api.example.com")));
    }

    @Test
    void compares_origins_whole() {
        ApiOrigins origins = new ApiOrigins(URI.create("https://API.example.com/orders"));

        assertThat(origins.include(URI.create("https://api.example.com:443/other")))
                .isTrue();
        assertThat(List.of(
                        "http://api.example.com/orders",
                        "https://api.example.com:8443/orders",
                        "https://api.example.com.evil.example/orders",
                        "https://evil.example/api.example.com",
                        "https://api.example.com@evil.example/",
                        "mailto:api@example.com"))
                .noneMatch(address -> origins.include(URI.create(address)));
    }

    @Test
    void puts_the_token_on_the_requests_of_a_jakarta_rest_client_and_replaces_a_refused_one() {
        api.answers(takes("token-2"));
        try (Client rest = ClientBuilder.newClient().register(new BearerRequestFilter(tokens, api.at("/")));
                ScriptedEndpoint other = new ScriptedEndpoint()) {
            assertThat(rest.target(api.at("/orders")).request().get().getStatus())
                    .isEqualTo(401);
            tokens.tokenAfter("token-1");
            assertThat(rest.target(api.at("/orders")).request().get().getStatus())
                    .isEqualTo(200);

            rest.target(other.at("/orders")).request().get();
            assertThat(other.requests().get(0).header("Authorization")).isEmpty();
        }
        assertThat(endpoint.requests()).hasSize(2);
    }

    @Test
    void gives_a_microprofile_rest_client_its_header() {
        BearerHeadersFactory factory = new BearerHeadersFactory(tokens) {};
        MultivaluedMap<String, String> incoming = new MultivaluedHashMap<>();
        incoming.putSingle("Authorization", "Bearer of-the-caller");

        assertThat(factory.update(incoming, new MultivaluedHashMap<>()))
                .containsExactlyEntriesOf(
                        new MultivaluedHashMap<>(java.util.Map.of("Authorization", "Bearer token-1")));
        MultivaluedMap<String, String> exact = new MultivaluedHashMap<>();
        exact.putSingle("Authorization", "Basic x");
        assertThat(factory.update(incoming, exact)).isEmpty();
    }
}
