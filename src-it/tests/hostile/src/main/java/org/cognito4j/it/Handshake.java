package org.cognito4j.it;

import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Opens a WebSocket, sends one message and takes the answer to it. */
final class Handshake {

    private static final int NO_ANSWER_SECONDS = 20;
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private Handshake() {}

    /** Returns the answer of the server: 200 with the first message where the connection opens, otherwise the refusal. */
    static Reply send(URL base, String path, @Nullable String token) {
        WebSocket.Builder builder = HTTP.newWebSocketBuilder();
        if (token != null) {
            builder.header("Authorization", "Bearer " + token);
        }
        FirstMessage message = new FirstMessage();
        try {
            WebSocket socket = builder.buildAsync(
                            URI.create("ws" + base.toString().substring("http".length()) + path), message)
                    .orTimeout(NO_ANSWER_SECONDS, TimeUnit.SECONDS)
                    .join();
            socket.sendText("tell me", true);
            String text =
                    message.text.orTimeout(NO_ANSWER_SECONDS, TimeUnit.SECONDS).join();
            socket.abort();
            return new Reply(200, HttpHeaders.of(Map.of(), (name, value) -> true), text);
        } catch (CompletionException e) {
            if (e.getCause() instanceof WebSocketHandshakeException refused) {
                return new Reply(
                        refused.getResponse().statusCode(),
                        refused.getResponse().headers(),
                        "");
            }
            throw new AssertionError("No answer to the handshake of " + path, e);
        }
    }

    /** Listens until the first message, or until the server closes the connection, which counts as a refusal. */
    private static final class FirstMessage implements WebSocket.Listener {

        private final CompletableFuture<String> text = new CompletableFuture<>();

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
            text.complete(data.toString());
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
            text.complete("closed: " + status);
            return null;
        }

        @Override
        public void onError(WebSocket socket, Throwable error) {
            text.completeExceptionally(error);
        }
    }
}
