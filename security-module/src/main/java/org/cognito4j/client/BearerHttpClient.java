package org.cognito4j.client;

import java.io.IOException;
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
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Function;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import org.jspecify.annotations.Nullable;

/**
 * An {@link HttpClient} that puts an access token on the requests to given APIs. When an API answers 401, the request is
 * repeated once with a fresh token, if there is one; a body publisher has to be able to publish twice for that.
 *
 * <p>Requests to other origins, and those that bring an {@code Authorization} of their own, pass unchanged. Where no
 * token can be had a call ends in {@link TokenRequestFailed}. Thread-safe.
 */
public final class BearerHttpClient extends HttpClient {

    private static final int UNAUTHORIZED = 401;
    private static final String AUTHORIZATION = "Authorization";

    private final HttpClient client;
    private final TokenSource tokens;
    private final ApiOrigins apis;

    private BearerHttpClient(HttpClient client, TokenSource tokens, ApiOrigins apis) {
        this.client = client;
        this.tokens = tokens;
        this.apis = apis;
    }

    /**
     * A client that adds tokens and leaves the rest to another one.
     *
     * @param client sends the requests; it must not follow redirects, on which it would take the token along
     * @param tokens where tokens come from; stays open when this client is closed
     * @param apis addresses of the APIs that the tokens are meant for; only scheme, host and port count
     * @return a client
     * @throws IllegalArgumentException if the client follows redirects, no API is named, or one has neither an {@code
     *     https} address nor an {@code http} address of this machine
     */
    public static BearerHttpClient of(HttpClient client, TokenSource tokens, URI... apis) {
        if (client.followRedirects() != Redirect.NEVER) {
            throw new IllegalArgumentException("a client that follows redirects would take the token along");
        }
        return new BearerHttpClient(client, tokens, new ApiOrigins(apis));
    }

    @Override
    public <T> HttpResponse<T> send(HttpRequest request, BodyHandler<T> handler)
            throws IOException, InterruptedException {
        if (!wantsToken(request)) {
            return client.send(request, handler);
        }
        String token = tokens.token();
        HttpResponse<T> response = client.send(withToken(request, token), handler);
        if (response.statusCode() != UNAUTHORIZED) {
            return response;
        }
        Optional<String> fresh = tokens.tokenAfter(token);
        if (fresh.isEmpty()) {
            return response;
        }
        discard(response);
        return client.send(withToken(request, fresh.get()), handler);
    }

    @Override
    public <T> CompletableFuture<HttpResponse<T>> sendAsync(HttpRequest request, BodyHandler<T> handler) {
        return exchange(request, authorized -> client.sendAsync(authorized, handler));
    }

    @Override
    public <T> CompletableFuture<HttpResponse<T>> sendAsync(
            HttpRequest request, BodyHandler<T> handler, @Nullable PushPromiseHandler<T> pushPromises) {
        return exchange(request, authorized -> client.sendAsync(authorized, handler, pushPromises));
    }

    private <T> CompletableFuture<HttpResponse<T>> exchange(
            HttpRequest request, Function<HttpRequest, CompletableFuture<HttpResponse<T>>> send) {
        if (!wantsToken(request)) {
            return send.apply(request);
        }
        return tokens.tokenAsync()
                .thenCompose(token -> send.apply(withToken(request, token))
                        .thenCompose(response -> response.statusCode() == UNAUTHORIZED
                                ? repeat(request, token, response, send)
                                : CompletableFuture.completedFuture(response)));
    }

    private <T> CompletableFuture<HttpResponse<T>> repeat(
            HttpRequest request,
            String refused,
            HttpResponse<T> response,
            Function<HttpRequest, CompletableFuture<HttpResponse<T>>> send) {
        return tokens.tokenAfterAsync(refused).thenCompose(fresh -> {
            if (fresh.isEmpty()) {
                return CompletableFuture.completedFuture(response);
            }
            discard(response);
            return send.apply(withToken(request, fresh.get()));
        });
    }

    private boolean wantsToken(HttpRequest request) {
        return apis.include(request.uri())
                && request.headers().firstValue(AUTHORIZATION).isEmpty();
    }

    private static HttpRequest withToken(HttpRequest request, String token) {
        return HttpRequest.newBuilder(request, (name, value) -> true)
                .header(AUTHORIZATION, "Bearer " + token)
                .build();
    }

    /** A body that is a stream keeps its connection until it is closed. */
    private static void discard(HttpResponse<?> response) {
        if (response.body() instanceof AutoCloseable body) {
            try {
                body.close();
            } catch (Exception e) {
                // Nobody wants this body, so nobody needs to know.
            }
        }
    }

    @Override
    public Optional<CookieHandler> cookieHandler() {
        return client.cookieHandler();
    }

    @Override
    public Optional<Duration> connectTimeout() {
        return client.connectTimeout();
    }

    @Override
    public Redirect followRedirects() {
        return client.followRedirects();
    }

    @Override
    public Optional<ProxySelector> proxy() {
        return client.proxy();
    }

    @Override
    public SSLContext sslContext() {
        return client.sslContext();
    }

    @Override
    public SSLParameters sslParameters() {
        return client.sslParameters();
    }

    @Override
    public Optional<Authenticator> authenticator() {
        return client.authenticator();
    }

    @Override
    public Version version() {
        return client.version();
    }

    @Override
    public Optional<Executor> executor() {
        return client.executor();
    }
}
