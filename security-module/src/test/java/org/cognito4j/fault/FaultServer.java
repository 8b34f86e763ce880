package org.cognito4j.fault;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * An HTTP server on loopback that answers as badly as it is told to: one request per connection, on a thread of its
 * own, with whatever bytes the current {@link Fault} writes and whenever it writes them. Thread-safe.
 */
public final class FaultServer implements AutoCloseable {

    private static final int LONGEST_QUEUE = 200;

    private final ServerSocket listener;
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "fault-server");
        thread.setDaemon(true);
        return thread;
    });
    private final Set<Socket> connections = ConcurrentHashMap.newKeySet();
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private final AtomicInteger atOnce = new AtomicInteger();
    private final AtomicInteger mostAtOnce = new AtomicInteger();
    private volatile Fault fault;

    /**
     * What a client sent.
     *
     * @param nanos when it was received, by {@link System#nanoTime()}
     * @param line method, target and version
     * @param headers the header lines as they came
     */
    public record Request(long nanos, String line, List<String> headers) {}

    /**
     * Starts a server on a free port.
     *
     * @param fault how it answers at first
     * @throws IOException if there is no port
     */
    public FaultServer(Fault fault) throws IOException {
        this.fault = fault;
        this.listener = new ServerSocket(0, LONGEST_QUEUE, InetAddress.getLoopbackAddress());
        threads.execute(this::accept);
    }

    /**
     * Changes how requests are answered from now on; those under way end as they began.
     *
     * @param next the new way
     */
    public void answer(Fault next) {
        this.fault = next;
    }

    /**
     * An address on this server.
     *
     * @param path begins with a slash
     * @return {@code http://127.0.0.1:<port>} and the path
     */
    public URI address(String path) {
        return URI.create("http://127.0.0.1:" + listener.getLocalPort() + path);
    }

    /**
     * What has been asked so far.
     *
     * @return a copy, oldest first
     */
    public List<Request> requests() {
        return List.copyOf(requests);
    }

    /**
     * The most requests that were being answered at the same time.
     *
     * @return zero if there were none
     */
    public int mostAtOnce() {
        return mostAtOnce.get();
    }

    /**
     * How many connections are open.
     *
     * @return those the client or this server has not closed
     */
    public int openConnections() {
        return connections.size();
    }

    /** Closes the port and all connections. */
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
            connection.setTcpNoDelay(true);
            requests.add(read(connection));
            mostAtOnce.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
            try {
                fault.play(connection);
            } finally {
                atOnce.decrementAndGet();
            }
        } catch (IOException e) {
            // The client went away, as it may.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            connections.remove(connection);
        }
    }

    private static Request read(Socket connection) throws IOException {
        BufferedReader lines =
                new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.ISO_8859_1));
        String first = lines.readLine();
        if (first == null) {
            throw new IOException("no request");
        }
        List<String> headers = new ArrayList<>();
        for (String line = lines.readLine(); line != null && !line.isEmpty(); line = lines.readLine()) {
            headers.add(line);
        }
        return new Request(System.nanoTime(), first, List.copyOf(headers));
    }
}
