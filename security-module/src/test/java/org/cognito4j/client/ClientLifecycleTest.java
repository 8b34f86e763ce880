package org.cognito4j.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.Authenticator;
import java.net.CookieHandler;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.PushPromiseHandler;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import org.junit.jupiter.api.Test;

/** On JDK 21 and later a client has five methods to end it; before that there are none, and nothing happens. */
class ClientLifecycleTest {

    private static final boolean CAN_END = Stream.of(HttpClient.class.getMethods())
            .anyMatch(method -> method.getName().equals("shutdownNow"));

    private final NotedClient inner = new NotedClient();
    private final BearerHttpClient client = client(inner);

    private static BearerHttpClient client(HttpClient inner) {
        ScriptedEndpoint endpoint = new ScriptedEndpoint();
        try (endpoint) {
            return BearerHttpClient.of(
                    inner, TokenSource.of(endpoint.client().build()), URI.create("https://api.example.com"));
        }
    }

    @Test
    void all_reach_the_client_within() throws Exception {
        client.shutdown();
        client.shutdownNow();
        boolean terminated = client.isTerminated();
        boolean awaited = client.awaitTermination(Duration.ofSeconds(3));
        client.close();

        assertThat(inner.calls)
                .isEqualTo(
                        CAN_END
                                ? List.of("shutdown", "shutdownNow", "isTerminated", "await PT3S", "close")
                                : List.of());
        assertThat(terminated).isEqualTo(CAN_END);
        assertThat(awaited).isNotEqualTo(CAN_END);
    }

    @Test
    void all_reach_it_by_the_methods_of_the_jdk_s_class() throws Exception {
        List<String> names = List.of("shutdown", "shutdownNow", "isTerminated", "close");
        for (String name : CAN_END ? names : List.<String>of()) {
            HttpClient.class.getMethod(name).invoke(client);
        }

        assertThat(inner.calls).isEqualTo(CAN_END ? names : List.of());
    }

    @Test
    void an_interrupt_while_waiting_comes_through() throws Exception {
        inner.interrupted = true;
        if (CAN_END) {
            assertThatThrownBy(() -> client.awaitTermination(Duration.ofSeconds(3)))
                    .isInstanceOf(InterruptedException.class);
        } else {
            assertThat(client.awaitTermination(Duration.ofSeconds(3))).isTrue();
        }
    }

    @Test
    void the_client_of_the_jdk_is_at_its_end() throws Exception {
        BearerHttpClient real = client(HttpClient.newHttpClient());
        real.close();

        assertThat(real.isTerminated()).isEqualTo(CAN_END);
        assertThat(real.awaitTermination(Duration.ofSeconds(3))).isTrue();
    }

    /** Its methods without an annotation override those of newer JDKs. */
    private static final class NotedClient extends HttpClient {

        private final List<String> calls = new ArrayList<>();
        private boolean interrupted;

        public void shutdown() {
            calls.add("shutdown");
        }

        public void shutdownNow() {
            calls.add("shutdownNow");
        }

        public void close() {
            calls.add("close");
        }

        public boolean isTerminated() {
            calls.add("isTerminated");
            return true;
        }

        public boolean awaitTermination(Duration patience) throws InterruptedException {
            if (interrupted) {
                throw new InterruptedException();
            }
            calls.add("await " + patience);
            return false;
        }

        @Override
        public Optional<CookieHandler> cookieHandler() {
            return Optional.empty();
        }

        @Override
        public Optional<Duration> connectTimeout() {
            return Optional.empty();
        }

        @Override
        public Redirect followRedirects() {
            return Redirect.NEVER;
        }

        @Override
        public Optional<ProxySelector> proxy() {
            return Optional.empty();
        }

        @Override
        public SSLContext sslContext() {
            throw new UnsupportedOperationException();
        }

        @Override
        public SSLParameters sslParameters() {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<Authenticator> authenticator() {
            return Optional.empty();
        }

        @Override
        public Version version() {
            return Version.HTTP_1_1;
        }

        @Override
        public Optional<Executor> executor() {
            return Optional.empty();
        }

        @Override
        public <T> HttpResponse<T> send(HttpRequest request, BodyHandler<T> handler) {
            throw new UnsupportedOperationException();
        }

        @Override
        public <T> CompletableFuture<HttpResponse<T>> sendAsync(HttpRequest request, BodyHandler<T> handler) {
            throw new UnsupportedOperationException();
        }

        @Override
        public <T> CompletableFuture<HttpResponse<T>> sendAsync(
                HttpRequest request, BodyHandler<T> handler, PushPromiseHandler<T> pushPromises) {
            throw new UnsupportedOperationException();
        }
    }
}
