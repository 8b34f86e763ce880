package org.cognito4j.net;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The JDK's HTTP client as it is used here: no redirects, the JDK's TLS and proxy settings, and threads that
 * end. It is made for the first request, since a service may never need it.
 */
final class EndingClient implements AutoCloseable {

    private @Nullable HttpClient client;
    private @Nullable ExecutorService threads;
    private boolean closed;

    /** Fails at once if this is closed. */
    synchronized <T> CompletableFuture<HttpResponse<T>> send(HttpRequest request, BodyHandler<T> handler) {
        if (closed) {
            return CompletableFuture.failedFuture(new IllegalStateException("closed"));
        }
        if (client == null) {
            threads = idleThreadsEnd();
            client = HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .executor(threads)
                    .build();
        }
        return client.sendAsync(request, handler);
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (client != null) {
            shutDown(client);
            threads.shutdownNow();
        }
        // Before JDK 21 a client ends when nothing refers to it any more.
        client = null;
        threads = null;
    }

    /** Since JDK 21 there is a way to end a client at once; its {@code close()} would wait for what is under way. */
    private static void shutDown(HttpClient client) {
        try {
            HttpClient.class.getMethod("shutdownNow").invoke(client);
        } catch (ReflectiveOperationException e) {
            // It is an older JDK.
        }
    }

    /** The client's own threads would stay for a minute after their last work. */
    private static ExecutorService idleThreadsEnd() {
        return new ThreadPoolExecutor(
                0, Integer.MAX_VALUE, 500, TimeUnit.MILLISECONDS, new SynchronousQueue<>(), task -> {
                    Thread thread = new Thread(task, "cognito4j-http");
                    thread.setDaemon(true);
                    return thread;
                });
    }
}
