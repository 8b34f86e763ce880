package org.cognito4j.localpool.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** Jetty on a port: of 127.0.0.1, which no other machine can reach, unless the owner wants another address. */
public final class ServerPort {
    public static final String LOOPBACK = "127.0.0.1";
    private static final Logger LOG = System.getLogger("org.cognito4j.localpool");
    private static final int MOST_THREADS = 32;

    private final Server server;
    private final ServerConnector connector;

    private ServerPort(Server server, ServerConnector connector) {
        this.server = server;
        this.connector = connector;
    }

    /**
     * Takes the port without answering yet, so that the issuer, which names the port, is known before the first request.
     *
     * @param address the address to listen on
     * @param port the port, 0 for any free one
     * @throws UncheckedIOException if the port is taken or not allowed
     */
    public static ServerPort bind(String address, int port) {
        warnAboutOthers(address);
        QueuedThreadPool threads = new QueuedThreadPool(MOST_THREADS);
        threads.setName("local-pool");
        threads.setDaemon(true);
        Server server = new Server(threads);
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        http.setSendDateHeader(false); // by DateHeaderHandler
        ServerConnector connector = new ServerConnector(server, new HttpConnectionFactory(http));
        connector.setHost(address);
        connector.setPort(port);
        server.addConnector(connector);
        server.setErrorHandler(new JsonErrorHandler());
        server.setRequestLog(new RequestLogLine());
        try {
            connector.open();
        } catch (IOException e) {
            throw new PortUnavailable(address, port, e);
        }
        // from now on this very port, also when it is opened again
        connector.setPort(connector.getLocalPort());
        return new ServerPort(server, connector);
    }

    private static void warnAboutOthers(String address) {
        try {
            if (!InetAddress.getByName(address).isLoopbackAddress()) {
                LOG.log(
                        Level.WARNING,
                        "The local pool listens on {0}: whoever reaches it gets tokens, secrets and the control of its"
                                + " pools",
                        address);
            }
        } catch (UnknownHostException e) {
            throw new UncheckedIOException("There is no address " + address, e);
        }
    }

    public int number() {
        return connector.getPort();
    }

    /** Starts to answer. */
    public void serve(ServedPools served) {
        server.setHandler(ServerHandlers.of(served));
        start();
    }

    public void start() {
        try {
            server.start();
        } catch (IOException e) {
            throw new PortUnavailable(connector.getHost(), connector.getPort(), e);
        } catch (Exception e) {
            stop();
            throw new IllegalStateException("The local pool could not start", e);
        }
    }

    public void stop() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("The local pool could not stop", e);
        }
    }

    public void join() throws InterruptedException {
        server.join();
    }
}
