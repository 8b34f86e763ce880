package org.cognito4j.client;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** A server on this machine that answers as it is told and notes what it was asked. */
final class ScriptedEndpoint implements AutoCloseable {

    /** A request as it arrived. */
    record Request(String path, java.util.Map<String, List<String>> headers, String body) {

        String header(String name) {
            return String.join(",", headers.getOrDefault(name, List.of()));
        }
    }

    /** An answer. */
    record Reply(int status, String body, String... headers) {

        static Reply token(String token) {
            return new Reply(200, "{\"access_token\":\"" + token + "\",\"expires_in\":3600,\"token_type\":\"Bearer\"}");
        }

        static Reply error(String code) {
            return new Reply(400, "{\"error\":\"" + code + "\"}");
        }
    }

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private final HttpServer server;
    private volatile Function<Request, Reply> script = request -> Reply.token("token-" + requests.size());

    ScriptedEndpoint() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            Request request = new Request(exchange.getRequestURI().toString(), exchange.getRequestHeaders(), body);
            requests.add(request);
            Reply reply = script.apply(request);
            exchange.getResponseHeaders().set("Content-Type", "application/json;charset=UTF-8");
            for (int i = 0; i < reply.headers().length; i += 2) {
                exchange.getResponseHeaders().set(reply.headers()[i], reply.headers()[i + 1]);
            }
            byte[] bytes = reply.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(reply.status(), bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    void answers(Reply reply) {
        script = request -> reply;
    }

    void answers(Function<Request, Reply> answer) {
        script = answer;
    }

    List<Request> requests() {
        return requests;
    }

    URI at(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    /** Settings of a client of this endpoint. */
    ClientSettingsBuilder client() {
        return new ClientSettingsBuilder()
                .tokenEndpoint(at("/oauth2/token"))
                .allowLoopbackHttp(true)
                .clientId("billing")
                .secret(() -> "first-secret-of-billing");
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
