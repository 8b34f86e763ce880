package org.cognito4j.demo.billing;

import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.cognito4j.client.BearerHttpClient;
import org.cognito4j.client.ClientSettingsBuilder;
import org.cognito4j.client.TokenSource;
import org.cognito4j.client.TokenStatistics;

/** The orders API as billing sees it. Each call carries a token; Cognito is asked for one about once in its life. */
final class OrdersClient implements AutoCloseable {

    private static final String READ = "https://orders.example.com/orders.read";

    private final URI orders;
    private final TokenSource tokens;
    private final HttpClient http;

    /** Where everything is and who calls stands in the parameters of the application. */
    OrdersClient(ServletContext application) {
        URI api = URI.create(parameter(application, "orders.address"));
        String secret = parameter(application, "billing.client-secret");
        this.orders = api.resolve("/api/orders");
        this.tokens = TokenSource.of(new ClientSettingsBuilder()
                .tokenEndpoint(URI.create(parameter(application, "billing.token-endpoint")))
                .allowLoopbackHttp(true) // the demo's Cognito is this machine
                .clientId(parameter(application, "billing.client-id"))
                .secret(() -> secret)
                .scopes(List.of(READ))
                .build());
        this.http = BearerHttpClient.of(
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build(), tokens, api);
    }

    /** All orders, as the API shows them. */
    HttpResponse<String> list() throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(orders).timeout(Duration.ofSeconds(10)).build();
        return http.send(request, BodyHandlers.ofString());
    }

    TokenStatistics statistics() {
        return tokens.statistics();
    }

    @Override
    public void close() {
        tokens.close();
    }

    private static String parameter(ServletContext application, String name) {
        return Objects.requireNonNull(application.getInitParameter(name), "context parameter " + name);
    }
}
