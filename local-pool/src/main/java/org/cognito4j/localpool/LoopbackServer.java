package org.cognito4j.localpool;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** Jetty on a port of 127.0.0.1, which no other machine can reach. */
final class LoopbackServer {
    private static final String ADDRESS = "127.0.0.1";
    private static final int MOST_THREADS = 32;

    private final Server server;
    private final ServerConnector connector;

    private LoopbackServer(Server server, ServerConnector connector) {
        this.server = server;
        this.connector = connector;
    }

    /**
     * Takes the port without answering yet, so that the issuer, which names the port, is known before the first request.
     *
     * @param port the port, 0 for any free one
     * @throws UncheckedIOException if the port is taken or not allowed
     */
    static LoopbackServer bind(int port) {
        QueuedThreadPool threads = new QueuedThreadPool(MOST_THREADS);
        threads.setName("local-pool");
        threads.setDaemon(true);
        Server server = new Server(threads);
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        ServerConnector connector = new ServerConnector(server, new HttpConnectionFactory(http));
        connector.setHost(ADDRESS);
        connector.setPort(port);
        server.addConnector(connector);
        server.setErrorHandler(new JsonErrors());
        server.setRequestLog(new RequestLine());
        try {
            connector.open();
        } catch (IOException e) {
            throw unavailable(port, e);
        }
        // from now on this very port, also when it is opened again
        connector.setPort(connector.getLocalPort());
        return new LoopbackServer(server, connector);
    }

    URI uri() {
        return URI.create("http://" + ADDRESS + ":" + connector.getPort());
    }

    void serve(Handler handler) {
        server.setHandler(handler);
        start();
    }

    void start() {
        try {
            server.start();
        } catch (IOException e) {
            throw unavailable(connector.getPort(), e);
        } catch (Exception e) {
            stop();
            throw new IllegalStateException("The local pool could not start", e);
        }
    }

    private static UncheckedIOException unavailable(int port, IOException cause) {
        return new UncheckedIOException("Port " + port + " of " + ADDRESS + " is taken or not allowed", cause);
    }

    void stop() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("The local pool could not stop", e);
        }
    }

    void join() throws InterruptedException {
        server.join();
    }
}
