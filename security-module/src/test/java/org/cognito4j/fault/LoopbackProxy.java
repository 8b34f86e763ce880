package org.cognito4j.fault;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * An HTTP proxy on loopback: it opens tunnels (CONNECT) and passes plain requests on, to callers with the right credentials.
 * A {@link Fault} can take its place. Thread-safe.
 */
public final class LoopbackProxy implements AutoCloseable {

    private final ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "loopback-proxy");
        thread.setDaemon(true);
        return thread;
    });
    private final Set<Socket> connections = ConcurrentHashMap.newKeySet();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private volatile String credentials = "";
    private volatile String challenge = "Basic realm=\"corp\"";
    private volatile Optional<Fault> fault = Optional.empty();

    /**
     * Starts a proxy that asks for no credentials.
     *
     * @throws IOException if there is no port
     */
    public LoopbackProxy() throws IOException {
        threads.execute(this::accept);
    }

    /**
     * Asks for credentials from now on.
     *
     * @param user the user name
     * @param password the password
     */
    public void require(String user, String password) {
        credentials =
                "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Changes how the proxy asks for credentials.
     *
     * @param value of {@code Proxy-Authenticate}
     */
    public void challenge(String value) {
        challenge = value;
    }

    /**
     * Answers all requests badly from now on.
     *
     * @param bad the way to answer
     */
    public void answer(Fault bad) {
        fault = Optional.of(bad);
    }

    /**
     * Returns what was asked.
     *
     * @return the heads of all requests, oldest first
     */
    public List<String> requests() {
        return requests;
    }

    /**
     * Returns a selector of this proxy for all addresses, of this machine, too.
     *
     * @return for {@link ProxySelector#setDefault}
     */
    public ProxySelector selector() {
        return ProxySelector.of(new InetSocketAddress("127.0.0.1", port()));
    }

    /**
     * Returns where the proxy is.
     *
     * @return its port
     */
    public int port() {
        return listener.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        listener.close();
        for (Socket connection : connections) {
            connection.close();
        }
        threads.shutdownNow();
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket connection = listener.accept();
                connections.add(connection);
                threads.execute(() -> serve(connection));
            } catch (IOException e) {
                return; // closed
            }
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            String head = head(connection.getInputStream());
            requests.add(head);
            if (fault.isPresent()) {
                fault.get().play(connection);
            } else if (!credentials.isEmpty() && !head.contains("\r\nProxy-Authorization: " + credentials + "\r\n")) {
                connection
                        .getOutputStream()
                        .write(("HTTP/1.1 407 No\r\nProxy-Authenticate: " + challenge
                                        + "\r\nContent-Length: 2\r\nConnection: close\r\n\r\nno")
                                .getBytes(StandardCharsets.US_ASCII));
            } else {
                pass(head, connection);
            }
        } catch (IOException e) {
            // One of the sides went away.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            connections.remove(connection);
        }
    }

    private void pass(String head, Socket connection) throws IOException {
        String[] line = head.substring(0, head.indexOf('\r')).split(" ");
        boolean tunnel = line[0].equals("CONNECT");
        URI target = URI.create(tunnel ? "http://" + line[1] : line[1]);
        try (Socket server = new Socket(target.getHost(), target.getPort())) {
            connections.add(server);
            if (tunnel) {
                connection.getOutputStream().write("HTTP/1.1 200 Open\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            } else {
                server.getOutputStream().write(withoutProxy(head, target).getBytes(StandardCharsets.ISO_8859_1));
            }
            threads.execute(() -> copy(connection, server));
            copy(server, connection);
            connections.remove(server);
        }
    }

    private static String withoutProxy(String head, URI target) {
        List<String> lines = new ArrayList<>(List.of(head.split("\r\n")));
        lines.removeIf(line -> line.toLowerCase(Locale.ROOT).startsWith("proxy-"));
        lines.set(0, lines.get(0).replace(target.toString(), target.getRawPath()));
        return String.join("\r\n", lines) + "\r\n\r\n";
    }

    private static void copy(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
            to.shutdownOutput();
        } catch (IOException e) {
            // One of the sides went away.
        }
    }

    /** Up to the empty line, and not a byte further. */
    private static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("no request");
            }
            head.append((char) next);
        }
        return head.toString();
    }
}
