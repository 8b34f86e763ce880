package org.cognito4j.it;

import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** A WebSocket connection over HTTP/1.1; a server that does not answer is a failure. */
final class SocketClient implements WebSocket.Listener, AutoCloseable {

    private static final Duration NO_ANSWER = Duration.ofSeconds(20);
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    /** How a server ended a connection. */
    record Closing(int code, String reason) {}

    private final StringBuilder text = new StringBuilder();
    private final CompletableFuture<String> message = new CompletableFuture<>();
    private final CompletableFuture<Closing> closing = new CompletableFuture<>();
    private @Nullable WebSocket socket;

    private SocketClient() {}

    /**
     * Opens a connection.
     *
     * @param headers names and values in turn
     */
    static SocketClient open(URL base, String path, String... headers) {
        SocketClient client = new SocketClient();
        client.socket = client.await(client.handshake(base, path, headers));
        return client;
    }

    /** The answer to a handshake that the server has to refuse. */
    static Reply refusal(URL base, String path, String... headers) {
        SocketClient client = new SocketClient();
        try (client) {
            client.socket = client.await(client.handshake(base, path, headers));
        } catch (CompletionException e) {
            if (e.getCause() instanceof WebSocketHandshakeException refused) {
                return new Reply(
                        refused.getResponse().statusCode(),
                        refused.getResponse().headers(),
                        "");
            }
            throw new AssertionError("No answer to the handshake at " + path, e);
        }
        throw new AssertionError("The server opened a WebSocket at " + path);
    }

    private CompletableFuture<WebSocket> handshake(URL base, String path, String... headers) {
        WebSocket.Builder builder = HTTP.newWebSocketBuilder().connectTimeout(NO_ANSWER);
        for (int i = 0; i < headers.length; i += 2) {
            builder.header(headers[i], headers[i + 1]);
        }
        return builder.buildAsync(URI.create(base.toString().replaceFirst("^http", "ws") + path), this);
    }

    /** Sends a message and returns the report that answers it. */
    Reply ask(String question) {
        socket.sendText(question, true);
        String answer = await(message);
        return new Reply(101, java.net.http.HttpHeaders.of(java.util.Map.of(), (name, value) -> true), answer);
    }

    Closing awaitClosing() {
        return await(closing);
    }

    private <T> T await(CompletableFuture<T> future) {
        try {
            return future.orTimeout(NO_ANSWER.toSeconds(), TimeUnit.SECONDS).join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof TimeoutException) {
                throw new AssertionError("The server does not answer", e);
            }
            throw e;
        }
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket source, CharSequence data, boolean last) {
        text.append(data);
        if (last) {
            message.complete(text.toString());
        }
        source.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket source, int code, String reason) {
        closing.complete(new Closing(code, reason));
        return null;
    }

    @Override
    public void onError(WebSocket source, Throwable failure) {
        message.completeExceptionally(failure);
        closing.completeExceptionally(failure);
    }

    @Override
    public void close() {
        if (socket != null) {
            socket.abort();
        }
    }
}
