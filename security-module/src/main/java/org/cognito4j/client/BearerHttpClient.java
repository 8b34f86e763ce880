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
 * repeated once with a fresh token, if there is one and the body can be sent again: that of {@link
 * java.net.http.HttpRequest.BodyPublishers#ofString ofString}, {@code ofByteArray}, {@code ofFile} and {@code noBody}. Any other
 * body may be used up, so its 401 is handed back; the next request has the fresh token.
 *
 * <p>Requests to other origins, and those that bring an {@code Authorization} of their own, pass unchanged. Where no
 * token can be had a call ends in {@link TokenRequestFailed}. Cancelling what {@code sendAsync} returns aborts the request.
 * Thread-safe.
 */
public final class BearerHttpClient extends HttpClient {

    private static final int UNAUTHORIZED = 401;
    private static final String AUTHORIZATION = "Authorization";

    private final HttpClient client;
    private final TokenSource tokens;
    private final ApiOrigins apis;
    private final ClientLifecycle lifecycle;

    private BearerHttpClient(HttpClient client, TokenSource tokens, ApiOrigins apis) {
        this.client = client;
        this.tokens = tokens;
        this.apis = apis;
        this.lifecycle = new ClientLifecycle(client);
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
        String token = token();
        HttpResponse<T> response = client.send(withToken(request, token), handler);
        if (response.statusCode() != UNAUTHORIZED) {
            return response;
        }
        if (!RepeatableBody.isIn(request)) {
            tokens.tokenAfterAsync(token);
            return response;
        }
        Optional<String> fresh = tokens.tokenAfter(token);
        if (Thread.interrupted()) {
            discard(response);
            throw new InterruptedException();
        }
        if (fresh.isEmpty()) {
            return response;
        }
        discard(response);
        return client.send(withToken(request, fresh.get()), handler);
    }

    private String token() throws InterruptedException {
        try {
            return tokens.token();
        } catch (TokenRequestFailed e) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            throw e;
        }
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
        PendingResponse<HttpResponse<T>> pending = new PendingResponse<>();
        pending.await(
                tokens::tokenAsync,
                token -> pending.await(() -> send.apply(withToken(request, token)), response -> {
                    if (response.statusCode() == UNAUTHORIZED) {
                        repeat(pending, request, token, response, send);
                    } else {
                        finish(pending, response);
                    }
                }));
        return pending;
    }

    private <T> void repeat(
            PendingResponse<HttpResponse<T>> pending,
            HttpRequest request,
            String refused,
            HttpResponse<T> response,
            Function<HttpRequest, CompletableFuture<HttpResponse<T>>> send) {
        CompletableFuture<Optional<String>> next = tokens.tokenAfterAsync(refused);
        if (!RepeatableBody.isIn(request)) {
            finish(pending, response);
            return;
        }
        pending.whenComplete((last, failure) -> {
            if (last != response) {
                discard(response);
            }
        });
        pending.await(() -> next, fresh -> {
            if (fresh.isEmpty()) {
                finish(pending, response);
            } else {
                discard(response);
                pending.await(() -> send.apply(withToken(request, fresh.get())), repeated -> finish(pending, repeated));
            }
        });
    }

    private static <T> void finish(PendingResponse<HttpResponse<T>> pending, HttpResponse<T> response) {
        if (!pending.complete(response)) { // cancelled
            discard(response);
        }
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

    // The methods below override those that HttpClient has since JDK 21; this class is compiled for an older one.

    /**
     * Closes the client that sends the requests; the source of the tokens stays open. Does nothing before JDK 21.
     */
    public void close() {
        lifecycle.close();
    }

    /**
     * Shuts down the client that sends the requests. Does nothing before JDK 21.
     */
    public void shutdown() {
        lifecycle.shutdown();
    }

    /**
     * Shuts down the client that sends the requests, and aborts them. Does nothing before JDK 21.
     */
    public void shutdownNow() {
        lifecycle.shutdownNow();
    }

    /**
     * Returns whether the client that sends the requests has ended.
     *
     * @return always false before JDK 21
     */
    public boolean isTerminated() {
        return lifecycle.isTerminated();
    }

    /**
     * Waits until the client that sends the requests has ended.
     *
     * @param patience how long to wait
     * @return whether it has ended; true before JDK 21
     * @throws InterruptedException if the thread is interrupted
     */
    public boolean awaitTermination(Duration patience) throws InterruptedException {
        return lifecycle.awaitTermination(patience);
    }
}
