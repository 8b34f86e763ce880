package org.cognito4j.benchmarks;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A token endpoint that grants all requests, each as late as the real one would, and counts them. */
final class CountingEndpoint implements AutoCloseable {

    private static final Duration LATENCY = Duration.ofMillis(100);

    private final AtomicInteger requests = new AtomicInteger();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;
    private final Duration lifetime;

    CountingEndpoint(Duration lifetime) throws IOException {
        this.lifetime = lifetime;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 2_000);
        server.setExecutor(threads);
        server.createContext("/oauth2/token", this::grant);
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/oauth2/token");
    }

    int requests() {
        return requests.get();
    }

    private void grant(HttpExchange exchange) throws IOException {
        int number = requests.incrementAndGet();
        exchange.getRequestBody().readAllBytes();
        try {
            Thread.sleep(LATENCY.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        byte[] body = "{\"access_token\":\"token%d\",\"expires_in\":%d,\"token_type\":\"Bearer\"}"
                .formatted(number, lifetime.toSeconds())
                .getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json;charset=UTF-8");
        exchange.sendResponseHeaders(200, body.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
